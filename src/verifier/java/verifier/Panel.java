package verifier;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Combines jurors' scores of one dossier; with fewer than four jurors it is always the mean. */
enum Panel {
  MEAN,
  TRIMMED,
  WINSORISED,
  MEDIAN,
  HUBER,
  HODGES_LEHMANN;

  private static final int FEWEST = 4;
  private static final int MOST_STEPS = 10_000;
  private static final double NORMAL_MAD = 1.4826;
  private static final double REACH = 1.5;
  private static final double SETTLED = 1e-12;

  /** The combined score of one or more scores. */
  double of(double[] scores) {
    if (scores.length < FEWEST) {
      return mean(scores);
    }
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double[] inner = Arrays.copyOfRange(sorted, 1, sorted.length - 1);
    return switch (this) {
      case MEAN -> mean(scores);
      case TRIMMED -> mean(inner);
      case WINSORISED -> {
        sorted[0] = inner[0];
        sorted[sorted.length - 1] = inner[inner.length - 1];
        yield mean(sorted);
      }
      case MEDIAN -> median(sorted);
      case HUBER -> huber(sorted);
      case HODGES_LEHMANN ->
          median(
              IntStream.range(0, sorted.length)
                  .boxed()
                  .flatMapToDouble(
                      i ->
                          IntStream.range(i, sorted.length)
                              .mapToDouble(j -> (sorted[i] + sorted[j]) / 2))
                  .toArray());
    };
  }

  private static double mean(double[] scores) {
    double sum = 0;
    for (double score : scores) {
      sum += score;
    }
    return sum / scores.length;
  }

  private static double median(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Huber's M-estimate; the scale is the median absolute deviation, and 0 gives the median. */
  private static double huber(double[] scores) {
    double middle = median(scores);
    double first = middle;
    double scale =
        NORMAL_MAD * median(Arrays.stream(scores).map(s -> Math.abs(s - first)).toArray());
    for (int step = 0; step < MOST_STEPS && scale > 0; step++) {
      double low = middle - REACH * scale;
      double high = middle + REACH * scale;
      double next =
          mean(Arrays.stream(scores).map(s -> Math.min(Math.max(s, low), high)).toArray());
      boolean settled = Math.abs(next - middle) <= SETTLED * scale;
      middle = next;
      if (settled) {
        break;
      }
    }
    return middle;
  }
}
