package org.arobase.edition.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.edition.policy.RatingPolicy.Stratum;
import org.arobase.framework.FrameworkDocument;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation;
import org.arobase.scoring.Policy.Gate;
import org.arobase.scoring.panel.PanelRule;
import org.jspecify.annotations.Nullable;

/** Checks a rating policy, by itself and against its framework. */
public final class PolicyCheck {
  private static final int LEVELS = 5;
  private static final int MOST_DIGITS = 10;

  private final RatingPolicy policy;
  private final Set<String> criteria;
  private final Set<String> issues;
  private final List<Violation.Draft> found = new ArrayList<>();

  private PolicyCheck(RatingPolicy policy, FrameworkDocument framework) {
    this.policy = policy;
    this.criteria = framework.criterionCodes();
    this.issues = framework.issueCodes();
  }

  public static List<Violation.Draft> violations(RatingPolicy policy, FrameworkDocument framework) {
    PolicyCheck check = new PolicyCheck(policy, framework);
    check.weights();
    check.strata();
    check.coverage();
    check.rounding();
    check.thresholds();
    check.gates();
    check.panel();
    check.quorum();
    check.absences();
    check.distinctions();
    return check.found;
  }

  private void weights() {
    for (String code : policy.criterionWeights().keySet()) {
      known(criteria, code, "/criterionWeights/" + code, PolicyRule.UNKNOWN_CRITERION);
    }
    for (String code : criteria) {
      if (!policy.criterionWeights().containsKey(code)) {
        add("/criterionWeights", PolicyRule.WEIGHT_MISSING, code);
      }
    }
    if (policy.criterionWeights().values().stream().noneMatch(w -> w.signum() > 0)) {
      add("/criterionWeights", PolicyRule.NO_POSITIVE_WEIGHT);
    }
    for (String code : policy.issueWeights().keySet()) {
      known(issues, code, "/issueWeights/" + code, PolicyRule.UNKNOWN_ISSUE);
    }
  }

  private void strata() {
    Set<Object> seen = new HashSet<>();
    for (int s = 0; s < policy.strata().size(); s++) {
      Stratum stratum = policy.strata().get(s);
      if (!seen.add(stratum.code()) | !seen.add(stratum.minimumPopulation())) {
        add("/strata/" + s, PolicyRule.STRATUM_TWICE);
      }
      for (String code : stratum.notApplicable()) {
        known(issues, code, "/strata/" + s + "/notApplicable", PolicyRule.UNKNOWN_ISSUE);
      }
      if (judgedOn(stratum).stream().noneMatch(this::weighs)) {
        add("/strata/" + s + "/notApplicable", PolicyRule.STRATUM_WITHOUT_ISSUE, stratum.code());
      }
    }
    if (!seen.contains(0)) {
      add("/strata", PolicyRule.NO_STRATUM_FROM_ZERO);
    }
  }

  /** The codes of the issues that a stratum is judged on; gates look at those of weight 0 too. */
  private Set<String> judgedOn(Stratum stratum) {
    return issues.stream()
        .filter(code -> !stratum.notApplicable().contains(code))
        .collect(Collectors.toSet());
  }

  private boolean weighs(String issue) {
    return policy.issueWeights().getOrDefault(issue, BigDecimal.ONE).signum() > 0;
  }

  private void coverage() {
    share(policy.coverage().initiative(), "/coverage/initiative");
    share(policy.coverage().issue(), "/coverage/issue");
    share(policy.coverage().dossier(), "/coverage/dossier");
  }

  private void rounding() {
    digits(policy.rounding().initiative(), "/rounding/initiative");
    digits(policy.rounding().issue(), "/rounding/issue");
    digits(policy.rounding().juror(), "/rounding/juror");
    digits(policy.rounding().dossier(), "/rounding/dossier");
  }

  private void thresholds() {
    List<BigDecimal> thresholds = policy.levels().thresholds();
    if (thresholds == null || thresholds.size() != LEVELS) {
      add("/levels/thresholds", PolicyRule.FIVE_THRESHOLDS);
      return;
    }
    for (int i = 0; i < LEVELS; i++) {
      boolean usable = share(thresholds.get(i), "/levels/thresholds/" + i);
      BigDecimal before = i == 0 ? null : thresholds.get(i - 1);
      if (usable && before != null && thresholds.get(i).compareTo(before) <= 0) {
        add("/levels/thresholds/" + i, PolicyRule.THRESHOLD_NOT_RISING);
      }
    }
    if (policy.levels().floor() < 0 || policy.levels().floor() > LEVELS) {
      add("/levels/floor", PolicyRule.LEVEL_OUT_OF_RANGE);
    }
  }

  private void gates() {
    List<Gate> gates = policy.levels().gates();
    if (gates == null) {
      add("/levels/gates", PolicyRule.POLICY_INCOMPLETE);
      return;
    }
    for (int g = 0; g < gates.size(); g++) {
      String place = "/levels/gates/" + g;
      if (gates.get(g) == null) {
        add(place, PolicyRule.POLICY_INCOMPLETE);
      } else {
        gate(gates.get(g), place);
      }
    }
  }

  private void gate(Gate gate, String place) {
    boolean onCoverage = gate.coveredIssues() != null;
    boolean onIssue = gate.issue() != null && gate.minimum() != null;
    if (onCoverage == (gate.issue() != null) || (!onCoverage && !onIssue)) {
      add(place, PolicyRule.GATE_NEEDS_ONE_CONDITION);
    }
    if (gate.issue() != null) {
      known(issues, gate.issue(), place + "/issue", PolicyRule.UNKNOWN_ISSUE);
    }
    if (onIssue) {
      share(gate.minimum(), place + "/minimum");
    }
    if (policy.strata().stream().map(this::judgedOn).noneMatch(judged -> isMet(gate, judged))) {
      add(place, PolicyRule.GATE_OUT_OF_REACH);
    }
    if (gate.level() < 1 || gate.level() > LEVELS) {
      add(place + "/level", PolicyRule.LEVEL_OUT_OF_RANGE);
    }
  }

  /** Whether a dossier can meet a gate in a stratum that is judged on these issues. */
  private boolean isMet(Gate gate, Set<String> judged) {
    boolean enough = gate.coveredIssues() == null || gate.coveredIssues() <= judged.size();
    boolean applies =
        gate.issue() == null || !issues.contains(gate.issue()) || judged.contains(gate.issue());
    return enough && applies;
  }

  private void quorum() {
    if (policy.quorum() > policy.jurorsPerDossier()) {
      add("/quorum", PolicyRule.QUORUM_ABOVE_JURORS, policy.jurorsPerDossier());
    }
  }

  /** With three jurors a trimmed mean is the median, which loses a quarter of the information. */
  private void panel() {
    if (policy.panelRule() != PanelRule.MEAN
        && policy.jurorsPerDossier() < PanelRule.FEWEST_TO_TRIM) {
      add("/panel", PolicyRule.PANEL_TOO_SMALL, PanelRule.FEWEST_TO_TRIM);
    }
  }

  private void absences() {
    if (policy.absenceRules().atLeast() > policy.quorum()) {
      add("/absences/atLeast", PolicyRule.ABOVE_QUORUM, policy.quorum());
    }
  }

  private void distinctions() {
    String issue = policy.distinctionRules().greenIssue();
    if (issue != null && !issues.contains(issue)) {
      add("/distinctions/greenIssue", PolicyRule.UNKNOWN_ISSUE, issue);
    }
    if (issue != null && policy.distinctionRules().greenMinimum() == null) {
      add("/distinctions/greenMinimum", PolicyRule.POLICY_INCOMPLETE);
    }
  }

  private boolean share(@Nullable BigDecimal share, String pointer) {
    if (share == null) {
      add(pointer, PolicyRule.POLICY_INCOMPLETE);
      return false;
    }
    boolean within = share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
    if (!within) {
      add(pointer, PolicyRule.SHARE_OUT_OF_RANGE);
    }
    return within;
  }

  private void digits(@Nullable Integer digits, String pointer) {
    if (digits != null && (digits < 0 || digits > MOST_DIGITS)) {
      add(pointer, PolicyRule.DIGITS_OUT_OF_RANGE);
    }
  }

  private void known(Set<String> codes, String code, String pointer, Rule rule) {
    if (!codes.contains(code)) {
      add(pointer, rule, code);
    }
  }

  private void add(String pointer, Rule rule, Object... arguments) {
    found.add(Violation.Draft.at(pointer, rule, arguments));
  }
}
