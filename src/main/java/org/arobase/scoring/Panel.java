package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.scoring.decimal.Decimals;
import org.arobase.scoring.hierarchy.Presence;
import org.jspecify.annotations.Nullable;

/**
 * The jurors' scores of one dossier, before any correction by the model of the whole jury.
 *
 * @param dossier the dossier's name, unique in the jury
 * @param expected number of jurors who are expected to score it
 * @param quorum number of scores that it needs, 1 or more
 * @param scores each juror's score from 0 to 1; null when the juror's marks give none
 * @param issues mean of the jurors' scores of each issue that has one
 * @param anchor the score, 0 to 1, that another jury gave this dossier, if it serves to keep levels
 *     comparable between editions; otherwise null
 */
public record Panel(
    String dossier,
    int expected,
    int quorum,
    SortedMap<String, @Nullable BigDecimal> scores,
    SortedMap<String, BigDecimal> issues,
    @Nullable BigDecimal anchor) {

  /** Makes a panel from the breakdown of each juror. */
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

  /**
   * The mean score of each covered issue. An issue without initiatives is not covered, even when
   * the policy counts it as zero.
   */
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

  /** The scores that are not null, in the order of the jurors' ids. */
  public List<BigDecimal> present() {
    return scores.values().stream().filter(score -> score != null).toList();
  }

  /** The anchor's score; NaN without an anchor or without a quorum. */
  double reference() {
    return anchor == null || !hasQuorum() ? Double.NaN : anchor.doubleValue();
  }

  /** Whether enough jurors gave a score. */
  public boolean hasQuorum() {
    return present().size() >= quorum;
  }
}
