package org.arobase.scoring.severity;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * A table of scores by dossier and juror. Rows are sorted by dossier, juror and score, so that the
 * order of the input changes no sum.
 */
public final class Scores {
  private final int dossiers;
  private final int jurors;
  private final int[] begin;
  private final int[] juror;
  private final double[] score;

  /**
   * A table of scores.
   *
   * @param dossiers number of dossiers, which are numbered from 0
   * @param jurors number of jurors, who are numbered from 0
   * @param dossier dossier of each row
   * @param juror juror of each row
   * @param score score of each row, finite, on any interval scale
   * @throws IllegalArgumentException when a number is out of range or a score is not finite
   */
  public Scores(int dossiers, int jurors, int[] dossier, int[] juror, double[] score) {
    this.dossiers = dossiers;
    this.jurors = jurors;
    int rows = score.length;
    int[] order = order(dossier, juror, score);
    this.begin = new int[dossiers + 1];
    this.juror = new int[rows];
    this.score = new double[rows];
    for (int k = 0; k < rows; k++) {
      int row = order[k];
      requireRange(dossier[row], dossiers, "dossier");
      requireRange(juror[row], jurors, "juror");
      if (!Double.isFinite(score[row])) {
        throw new IllegalArgumentException("Not a score: " + score[row]);
      }
      begin[dossier[row] + 1]++;
      this.juror[k] = juror[row];
      this.score[k] = score[row];
    }
    for (int i = 0; i < dossiers; i++) {
      begin[i + 1] += begin[i];
    }
  }

  private static int[] order(int[] dossier, int[] juror, double[] score) {
    IntBinaryOperator byPlace =
        (a, b) -> {
          int place = Integer.compare(dossier[a], dossier[b]);
          int of = place != 0 ? place : Integer.compare(juror[a], juror[b]);
          return of != 0 ? of : Double.compare(score[a], score[b]);
        };
    boolean sorted = true;
    for (int k = 1; k < score.length && sorted; k++) {
      sorted = byPlace.applyAsInt(k - 1, k) <= 0;
    }
    IntStream rows = IntStream.range(0, score.length);
    return sorted
        ? rows.toArray()
        : rows.boxed().sorted(byPlace::applyAsInt).mapToInt(k -> k).toArray();
  }

  private static void requireRange(int number, int count, String what) {
    if (number < 0 || number >= count) {
      throw new IllegalArgumentException("There is no " + what + " " + number);
    }
  }

  public int dossiers() {
    return dossiers;
  }

  public int jurors() {
    return jurors;
  }

  /** How many scores there are. */
  public int size() {
    return score.length;
  }

  /** How many dossiers have a score. */
  int scoredDossiers() {
    int scored = 0;
    for (int i = 0; i < dossiers; i++) {
      scored += count(i) > 0 ? 1 : 0;
    }
    return scored;
  }

  /** How many scores a dossier has. */
  public int count(int dossier) {
    return begin[dossier + 1] - begin[dossier];
  }

  /** The first row of a dossier; {@link #end} is one past its last row. */
  public int begin(int dossier) {
    return begin[dossier];
  }

  public int end(int dossier) {
    return begin[dossier + 1];
  }

  public int juror(int row) {
    return juror[row];
  }

  double score(int row) {
    return score[row];
  }

  /** The mean of a dossier's scores; NaN when it has none. */
  public double mean(int dossier) {
    double sum = 0;
    for (int k = begin(dossier); k < end(dossier); k++) {
      sum += score[k];
    }
    return sum / count(dossier);
  }

  /** Σ y² over all rows. */
  double squares() {
    double sum = 0;
    for (double y : score) {
      sum += y * y;
    }
    return sum;
  }

  /** A dossier's scores, in the order of the jurors' numbers. */
  public double[] of(int dossier) {
    return Arrays.copyOfRange(score, begin[dossier], begin[dossier + 1]);
  }

  /** A dossier's scores, in the order of the jurors' numbers, each less its juror's severity. */
  public double[] less(double[] severity, int dossier) {
    double[] less = of(dossier);
    for (int k = 0; k < less.length; k++) {
      less[k] -= severity[juror[begin[dossier] + k]];
    }
    return less;
  }

  /** These scores with jurors and dossiers exchanged. */
  public Scores transposed() {
    int[] dossier = new int[score.length];
    for (int i = 0; i < dossiers; i++) {
      Arrays.fill(dossier, begin[i], begin[i + 1], i);
    }
    return new Scores(jurors, dossiers, juror, dossier, score);
  }
}
