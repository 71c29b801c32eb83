package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.scoring.decimal.Decimals;
import org.jspecify.annotations.Nullable;

/**
 * What its jurors give one dossier, before the jury as a whole is looked at.
 *
 * @param dossier its name, unique in the jury's work
 * @param expected how many jurors were to mark it
 * @param quorum how many jurors' scores it needs, 1 or more
 * @param scores each juror's score from 0 to 1; null of one whose marks give none
 * @param issues the mean of the jurors' scores of each issue that has one
 * @param anchor the score, 0 to 1, that another jury gave the same dossier, if it is to hold levels
 *     still from one edition to the next; null of others
 */
public record Panel(
    String dossier,
    int expected,
    int quorum,
    SortedMap<String, @Nullable BigDecimal> scores,
    SortedMap<String, BigDecimal> issues,
    @Nullable BigDecimal anchor) {

  /** A panel of these breakdowns by juror. */
  public static Panel of(
      String dossier,
      int expected,
      int quorum,
      @Nullable BigDecimal anchor,
      SortedMap<String, ScoreBreakdown> jurors) {
    SortedMap<String, BigDecimal> scores = new TreeMap<>();
    jurors.forEach((juror, breakdown) -> scores.put(juror, breakdown.score()));
    return new Panel(
        dossier,
        expected,
        quorum,
        Collections.unmodifiableSortedMap(scores),
        Collections.unmodifiableSortedMap(issues(jurors)),
        anchor);
  }

  /** An issue that policy counts as zero is not covered: only what was marked is in the mean. */
  private static SortedMap<String, BigDecimal> issues(SortedMap<String, ScoreBreakdown> jurors) {
    SortedMap<String, List<BigDecimal>> values = new TreeMap<>();
    jurors.values().stream()
        .flatMap(breakdown -> breakdown.root().children().stream())
        .filter(issue -> issue.presence() == Presence.PRESENT && !issue.children().isEmpty())
        .forEach(
            issue ->
                values.computeIfAbsent(issue.name(), name -> new ArrayList<>()).add(issue.value()));
    SortedMap<String, BigDecimal> issues = new TreeMap<>();
    values.forEach((name, scores) -> issues.put(name, Decimals.mean(scores)));
    return issues;
  }

  /** The scores there are, by juror. */
  public List<BigDecimal> present() {
    return scores.values().stream().filter(score -> score != null).toList();
  }

  /** The anchor's score where it can be compared: with enough jurors; NaN elsewhere. */
  double reference() {
    return anchor == null || !hasQuorum() ? Double.NaN : anchor.doubleValue();
  }

  /** Whether enough jurors gave a score. */
  public boolean hasQuorum() {
    return present().size() >= quorum;
  }
}
