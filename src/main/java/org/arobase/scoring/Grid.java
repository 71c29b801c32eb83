package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The cells to mark in one dossier, with the policy's weights for its stratum.
 *
 * @param issues every issue of the framework
 * @param initiatives the dossier's initiatives that count
 * @param criteria every criterion that an initiative is marked on
 */
public record Grid(List<Issue> issues, List<Initiative> initiatives, List<Criterion> criteria) {

  /**
   * An issue (enjeu).
   *
   * @param weight 0 or more, among the issues
   * @param applicable whether the dossier's stratum is judged on it
   * @param expected number of initiatives that gives a full score with BEST_OF_EXPECTED, 1 or more
   */
  public record Issue(String code, BigDecimal weight, boolean applicable, int expected) {}

  /**
   * An initiative.
   *
   * @param issues the codes of the issues that its services belong to, one or more
   */
  public record Initiative(int number, Set<String> issues) {}

  /**
   * A criterion.
   *
   * @param weight 0 or more, among the criteria
   */
  public record Criterion(String code, BigDecimal weight, Scale scale) {}

  /**
   * The position of a mark: the number of an initiative and the code of a criterion; ordered by
   * both.
   */
  public record Cell(int initiative, String criterion) implements Comparable<Cell> {
    private static final Comparator<Cell> ORDER =
        Comparator.comparingInt(Cell::initiative).thenComparing(Cell::criterion);

    @Override
    public int compareTo(Cell other) {
      return ORDER.compare(this, other);
    }
  }
}
