package org.arobase.scoring.bulk;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.arobase.scoring.Adjustment;
import org.arobase.scoring.Panel;
import org.arobase.scoring.severity.Scores;
import org.arobase.scoring.severity.SeverityFit;

/**
 * The ratings of a whole edition. Threads take dossiers in fixed portions and write only the
 * results of those dossiers, so the number of threads changes no bit.
 */
public final class BulkRatings {
  private static final int PORTION = 256;

  private final Marks marks;
  private final double[] sheetScore;
  private final Gates gates;
  private final int[] allowed;

  private BulkRatings(Marks marks) {
    this.marks = marks;
    sheetScore = new double[marks.sheets()];
    gates = new Gates(marks.rubric);
    allowed = new int[marks.dossiers()];
  }

  /**
   * Ratings by dossier number, in the order in which the dossiers were added.
   *
   * @param jurors ids in alphabetical order; the fit numbers jurors in this order
   * @param scores the jurors' scores as a table
   * @param fit the fitted severity model
   * @param score adjusted and rounded, 0 to 1; NaN without a quorum
   * @param level 0 to 5; -1 without a quorum
   */
  public record Result(
      List<String> jurors, Scores scores, SeverityFit fit, double[] score, int[] level) {
    /** The level of each dossier that has one, by the dossier's name. */
    public Map<String, Integer> levels(Marks marks) {
      Map<String, Integer> levels = new HashMap<>();
      List<String> names = marks.names();
      for (int d = 0; d < level.length; d++) {
        if (level[d] >= 0) {
          levels.put(names.get(d), level[d]);
        }
      }
      return levels;
    }
  }

  /** Rates all dossiers. */
  public static Result rate(Marks marks) {
    return new BulkRatings(marks).rate();
  }

  private Result rate() {
    inPortions(this::scoreSheets);
    List<String> jurors = marks.jurors().stream().sorted().toList();
    Scores scores = table(jurors);
    SeverityFit fit = marks.rubric.policy.severity().fit(scores);
    Adjustment adjustment =
        Adjustment.of(scores, fit, references(scores), marks.rubric.policy.panel());
    Levelling levelling = new Levelling(marks, scores, adjustment, allowed);
    inPortions(levelling::rate);
    return new Result(jurors, scores, fit, levelling.score, levelling.level);
  }

  private void inPortions(IntConsumer portion) {
    IntStream.rangeClosed(0, (marks.dossiers() - 1) / PORTION).parallel().forEach(portion);
  }

  /** The numbers of the dossiers in a portion. */
  static IntStream portion(int number, int dossiers) {
    return IntStream.range(number * PORTION, Math.min(dossiers, (number + 1) * PORTION));
  }

  private void scoreSheets(int number) {
    SheetScorer scorer = new SheetScorer(marks);
    Gates.Tally tally = gates.tally();
    portion(number, marks.dossiers()).forEach(d -> scoreSheets(d, scorer, tally));
  }

  private void scoreSheets(int number, SheetScorer scorer, Gates.Tally tally) {
    Marks.Dossier dossier = marks.dossier(number);
    tally.begin();
    boolean doubtful = false;
    for (int s = 0; s < dossier.jurors().length; s++) {
      sheetScore[dossier.firstSheet() + s] = scorer.score(dossier, marks.begin(number, s));
      doubtful |= scorer.isDoubtful();
      tally.add(scorer.issues);
    }
    allowed[number] = tally.allowed();
    if (doubtful || tally.isDoubtful()) {
      decide(number, dossier);
    }
  }

  private void decide(int number, Marks.Dossier dossier) {
    Panel panel = marks.panel(number);
    List<String> names = marks.jurors();
    for (int s = 0; s < dossier.jurors().length; s++) {
      var score = panel.scores().get(names.get(dossier.jurors()[s]));
      sheetScore[dossier.firstSheet() + s] = score == null ? Double.NaN : score.doubleValue();
    }
    allowed[number] = gates.allowed(panel);
  }

  /**
   * The position of each juror's id in alphabetical order, so that sums do not depend on the order
   * in which jurors were added.
   */
  private static int[] ranks(List<String> inOrderOfNumbers, List<String> alphabetical) {
    return inOrderOfNumbers.stream()
        .mapToInt(juror -> Collections.binarySearch(alphabetical, juror))
        .toArray();
  }

  private double[] references(Scores scores) {
    double[] references = new double[marks.dossiers()];
    for (int d = 0; d < references.length; d++) {
      BigDecimal anchor = marks.dossier(d).anchor();
      boolean compared = anchor != null && scores.count(d) >= marks.dossier(d).quorum();
      references[d] = compared ? anchor.doubleValue() : Double.NaN;
    }
    return references;
  }

  private int given() {
    int given = 0;
    for (double score : sheetScore) {
      given += Double.isNaN(score) ? 0 : 1;
    }
    return given;
  }

  private Scores table(List<String> jurors) {
    int rows = given();
    int[] dossier = new int[rows];
    int[] juror = new int[rows];
    double[] score = new double[rows];
    int[] rank = ranks(marks.jurors(), jurors);
    int row = 0;
    for (int d = 0; d < marks.dossiers(); d++) {
      Marks.Dossier of = marks.dossier(d);
      for (int s = 0; s < of.jurors().length; s++) {
        double given = sheetScore[of.firstSheet() + s];
        if (!Double.isNaN(given)) {
          dossier[row] = d;
          juror[row] = rank[of.jurors()[s]];
          score[row++] = given;
        }
      }
    }
    return new Scores(marks.dossiers(), jurors.size(), dossier, juror, score);
  }
}
