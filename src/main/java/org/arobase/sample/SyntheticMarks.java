package org.arobase.sample;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.arobase.framework.FrameworkDocument.Criterion;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Scale;

/**
 * Marks as a jury might give them. A mark adds up the quality of the dossier, of the initiative and
 * of the criterion, the severity of the juror, and chance. All are normal, with the standard
 * deviations of the simulated edition (scoring/methods.md, section 14: theta .60 around 2.6, u .60,
 * v .30, s .30, e .60 on a scale of 0 to 5).
 */
final class SyntheticMarks {
  private static final double MEAN = 2.6;
  private static final double POINTS = 5;
  private static final double NOT_APPLICABLE_SHARE = 0.02;

  private final Random random;
  private final List<Criterion> criteria;
  private final Map<String, Double> severity = new HashMap<>();
  private final Map<Cell, Double> quality = new HashMap<>();

  SyntheticMarks(Random random, List<Criterion> criteria) {
    this.random = random;
    this.criteria = criteria;
  }

  List<String> criteria() {
    return criteria.stream().map(Criterion::code).toList();
  }

  /** Draws the true quality of a dossier's initiatives. */
  void nextDossier(List<Integer> initiatives) {
    quality.clear();
    double dossier = MEAN + 0.60 * random.nextGaussian();
    for (int number : initiatives) {
      double initiative = dossier + 0.60 * random.nextGaussian();
      for (Criterion criterion : criteria) {
        quality.put(new Cell(number, criterion.code()), initiative + 0.30 * random.nextGaussian());
      }
    }
  }

  /** A juror's marks for the current dossier. A juror has the same severity in all dossiers. */
  Voice voice(String juror) {
    double own = severity.computeIfAbsent(juror, j -> 0.30 * random.nextGaussian());
    return cell -> {
      if (random.nextDouble() < NOT_APPLICABLE_SHARE) {
        return Mark.notApplicable();
      }
      double points = quality.get(cell) + own + 0.60 * random.nextGaussian();
      return Mark.of(onScale(points / POINTS, scale(cell.criterion())));
    };
  }

  private Scale scale(String criterion) {
    return criteria.stream().filter(c -> c.code().equals(criterion)).findFirst().get().scale();
  }

  private static BigDecimal onScale(double share, Scale scale) {
    BigDecimal range = scale.maximum().subtract(scale.minimum());
    long steps = range.divide(scale.step()).longValueExact();
    long step = Math.round(Math.max(0, Math.min(1, share)) * steps);
    return scale.minimum().add(scale.step().multiply(BigDecimal.valueOf(step)));
  }

  /** A juror's marks of one dossier. */
  interface Voice {
    Mark mark(Cell cell);
  }
}
