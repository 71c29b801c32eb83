package org.arobase.scoring.uncertainty;

/**
 * A threshold from a committee's judgements, with its standard error. The error of a level is then
 * √(SE² of the dossier + SE² of the cut).
 *
 * @param cut the threshold, on the scale of the judges' sums or of the scores
 * @param deviation standard deviation of the judges' sums, or of the regression's residuals
 * @param error standard error of the cut
 */
public record CutScore(double cut, double deviation, double error) {

  /**
   * Modified Angoff: each judge gives the score that they expect of the borderline commune on each
   * item; the cut is the mean of the judges' sums; SE = sd / √J (Angoff 1971; MacCann and Stanley
   * 2004).
   *
   * @param expectations one row per judge, two or more; one column per item
   * @throws IllegalArgumentException with fewer than two judges
   */
  public static CutScore angoff(double[][] expectations) {
    int judges = expectations.length;
    if (judges < 2) {
      throw new IllegalArgumentException("One judge has no deviation");
    }
    double[] sums = new double[judges];
    double mean = 0;
    for (int j = 0; j < judges; j++) {
      for (double expectation : expectations[j]) {
        sums[j] += expectation;
      }
      mean += sums[j] / judges;
    }
    double squares = 0;
    for (double sum : sums) {
      squares += (sum - mean) * (sum - mean);
    }
    double deviation = Math.sqrt(squares / (judges - 1));
    return new CutScore(mean, deviation, deviation / Math.sqrt(judges));
  }

  /**
   * Borderline regression: scores are regressed on the jurors' global grades, and the cut is the
   * fitted score at the grade between two levels (Wood, Humphrey-Murto and Norman 2006).
   *
   * @param grades global grades, not all equal, three or more
   * @param scores the scores of the same dossiers
   * @param between the grade to cut at, for example 3.5 between 3 and 4
   * @throws IllegalArgumentException with fewer than three grades, or when all are equal
   */
  public static CutScore borderlineRegression(double[] grades, double[] scores, double between) {
    int n = grades.length;
    double x = mean(grades);
    double y = mean(scores);
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < n; i++) {
      xx += (grades[i] - x) * (grades[i] - x);
      xy += (grades[i] - x) * (scores[i] - y);
    }
    if (n < 3 || !(xx > 0)) {
      throw new IllegalArgumentException("Three grades that are not all equal are needed");
    }
    double slope = xy / xx;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double rest = scores[i] - y - slope * (grades[i] - x);
      squares += rest * rest;
    }
    double deviation = Math.sqrt(squares / (n - 2));
    double away = between - x;
    return new CutScore(
        y + slope * away, deviation, deviation * Math.sqrt(1.0 / n + away * away / xx));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
