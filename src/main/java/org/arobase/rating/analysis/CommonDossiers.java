package org.arobase.rating.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.arobase.rating.analysis.ReliabilityApi.Common;
import org.arobase.scoring.JuryRating;
import org.arobase.scoring.LevelResult;
import org.arobase.scoring.Policy.Levels;
import org.arobase.scoring.reliability.FleissKappa;
import org.arobase.scoring.reliability.KendallW;
import org.arobase.scoring.severity.Scores;

/**
 * The dossiers that every juror has scored: anchors within an edition. Only on these can
 * coefficients for complete panels be computed.
 */
final class CommonDossiers {
  private final JuryRating.Result jury;
  private final Levels levels;
  private final int[] numbers;

  CommonDossiers(JuryRating.Result jury, Levels levels) {
    this.jury = jury;
    this.levels = levels;
    Scores scores = jury.scores();
    int jurors = jury.jurors().size();
    numbers =
        IntStream.range(0, scores.dossiers())
            .filter(i -> jurors > 1 && scores.count(i) == jurors)
            .toArray();
  }

  Common report() {
    List<String> names = IntStream.of(numbers).mapToObj(jury.dossiers()::get).toList();
    return numbers.length < 2
        ? new Common(names, null, null)
        : new Common(
            names, ReliabilityService.shown(concordance()), ReliabilityService.shown(kappa()));
  }

  private double concordance() {
    double[][] byJuror = new double[jury.jurors().size()][numbers.length];
    for (int d = 0; d < numbers.length; d++) {
      double[] scores = jury.scores().of(numbers[d]);
      for (int j = 0; j < scores.length; j++) {
        byJuror[j][d] = scores[j];
      }
    }
    return KendallW.of(byJuror).w();
  }

  /** Fleiss' kappa of the levels that each juror's score alone would reach. */
  private double kappa() {
    int[][] counts = new int[numbers.length][levels.thresholds().size() + 1];
    for (int d = 0; d < numbers.length; d++) {
      for (double score : jury.scores().of(numbers[d])) {
        counts[d][LevelResult.byScore(BigDecimal.valueOf(score), levels)]++;
      }
    }
    return FleissKappa.of(counts).kappa();
  }
}
