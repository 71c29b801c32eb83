package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.scoring.Policy.Levels;
import org.arobase.scoring.severity.SeverityModel;
import org.jspecify.annotations.Nullable;

/**
 * The sensitivity of levels: rates the jury's work again with one thing changed, and compares the
 * levels (OECD/JRC 2008, step 7). Gates and floor apply each time; the issue scores for gates
 * always come from all jurors.
 */
public final class Sensitivity {
  /**
   * With three jurors, levels often change when one juror is left out. A change is doubtful only
   * when the present level has a probability below this.
   */
  private static final BigDecimal UNSURE = new BigDecimal("0.6");

  private final Policy policy;
  private final List<Panel> panels;
  private final Map<String, Rating> base;

  /** Rates the jury's work unchanged, as the base of all comparisons. */
  public Sensitivity(List<Panel> panels, Policy policy) {
    this.policy = policy;
    this.panels = List.copyOf(panels);
    this.base = JuryRating.rate(panels, policy).ratings();
  }

  /**
   * A dossier whose level changes.
   *
   * @param from its present level; null: it has none
   * @param to its level after the change; null: it has none
   * @param probability probability of the present level; null without a standard error
   * @param doubtful whether that probability is below 0.6, so that one more juror should score the
   *     dossier
   */
  public record Change(
      String dossier,
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable BigDecimal probability,
      boolean doubtful) {}

  /** The changes when one juror's scores are left out. */
  public List<Change> without(String juror) {
    return changes(panels.stream().map(p -> without(p, juror)).toList(), policy);
  }

  private static Panel without(Panel panel, String juror) {
    if (!panel.scores().containsKey(juror)) {
      return panel;
    }
    SortedMap<String, BigDecimal> scores = new TreeMap<>(panel.scores());
    scores.remove(juror);
    return new Panel(
        panel.dossier(),
        panel.expected() - 1,
        panel.quorum(),
        Collections.unmodifiableSortedMap(scores),
        panel.issues(),
        panel.anchor());
  }

  /** The changes under another severity model. */
  public List<Change> with(SeverityModel model) {
    return changes(panels, policy.with(model));
  }

  /** The changes when every threshold rises by this shift; a negative shift lowers them. */
  public List<Change> withThresholds(BigDecimal shift) {
    Levels levels = policy.levels();
    List<BigDecimal> shifted = levels.thresholds().stream().map(t -> t.add(shift)).toList();
    return changes(panels, policy.with(new Levels(shifted, levels.gates(), levels.floor())));
  }

  /**
   * The changes to given levels, for example those under other weights.
   *
   * @param levels by dossier; null or absent: none
   */
  public List<Change> with(Map<String, Integer> levels) {
    return changes(levels);
  }

  private List<Change> changes(List<Panel> others, Policy rules) {
    Map<String, Integer> levels = new HashMap<>();
    JuryRating.rate(others, rules).ratings().forEach((code, then) -> levels.put(code, level(then)));
    return changes(levels);
  }

  private List<Change> changes(Map<String, Integer> levels) {
    List<Change> changes = new ArrayList<>();
    base.forEach(
        (dossier, rating) -> {
          Integer from = level(rating);
          if (!Objects.equals(from, levels.get(dossier))) {
            changes.add(change(dossier, from, levels.get(dossier)));
          }
        });
    return changes;
  }

  private Change change(String dossier, @Nullable Integer from, @Nullable Integer to) {
    Certainty certainty = base.get(dossier).certainty();
    BigDecimal sure = certainty == null ? null : certainty.of(from);
    return new Change(dossier, from, to, sure, sure != null && sure.compareTo(UNSURE) < 0);
  }

  private static @Nullable Integer level(Rating rating) {
    return rating.level() == null ? null : rating.level().level();
  }
}
