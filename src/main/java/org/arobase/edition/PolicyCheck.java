package org.arobase.edition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.framework.FrameworkDocument;
import org.arobase.framework.FrameworkDocument.PolicyIssue;
import org.arobase.platform.http.Rule;
import org.arobase.platform.http.Violation;
import org.arobase.scoring.Policy.Gate;

/** What is wrong with a policy, by itself and against the framework that it weighs. */
final class PolicyCheck {
  private static final int LEVELS = 5;

  private final RatingPolicy policy;
  private final Set<String> criteria;
  private final Set<String> issues;
  private final List<Violation.Draft> found = new ArrayList<>();

  private PolicyCheck(RatingPolicy policy, FrameworkDocument framework) {
    this.policy = policy;
    this.criteria = framework.criterionCodes();
    this.issues = framework.issues().stream().map(PolicyIssue::code).collect(Collectors.toSet());
  }

  static List<Violation.Draft> violations(RatingPolicy policy, FrameworkDocument framework) {
    PolicyCheck check = new PolicyCheck(policy, framework);
    check.weights();
    check.strata();
    check.thresholds();
    check.gates();
    return check.found;
  }

  private void weights() {
    for (String code : policy.criterionWeights().keySet()) {
      known(criteria, code, "/criterionWeights/" + code, Rule.UNKNOWN_CRITERION);
    }
    for (String code : criteria) {
      if (!policy.criterionWeights().containsKey(code)) {
        add("/criterionWeights", Rule.WEIGHT_MISSING, code);
      }
    }
    for (String code : policy.issueWeights().keySet()) {
      known(issues, code, "/issueWeights/" + code, Rule.UNKNOWN_ISSUE);
    }
  }

  private void strata() {
    if (policy.strata().stream().noneMatch(s -> s.minimumPopulation() == 0)) {
      add("/strata", Rule.NO_STRATUM_FROM_ZERO);
    }
    for (int s = 0; s < policy.strata().size(); s++) {
      for (String code : policy.strata().get(s).notApplicable()) {
        known(issues, code, "/strata/" + s + "/notApplicable", Rule.UNKNOWN_ISSUE);
      }
    }
  }

  private void thresholds() {
    List<BigDecimal> thresholds = policy.levels().thresholds();
    if (thresholds == null || thresholds.size() != LEVELS) {
      add("/levels/thresholds", Rule.FIVE_THRESHOLDS);
      return;
    }
    for (int i = 1; i < LEVELS; i++) {
      if (thresholds.get(i).compareTo(thresholds.get(i - 1)) <= 0) {
        add("/levels/thresholds/" + i, Rule.THRESHOLD_NOT_RISING);
      }
    }
    if (policy.levels().floor() < 0 || policy.levels().floor() > LEVELS) {
      add("/levels/floor", Rule.LEVEL_OUT_OF_RANGE);
    }
  }

  private void gates() {
    List<Gate> gates = policy.levels().gates() == null ? List.of() : policy.levels().gates();
    for (int g = 0; g < gates.size(); g++) {
      Gate gate = gates.get(g);
      String place = "/levels/gates/" + g;
      boolean onCoverage = gate.coveredIssues() != null;
      boolean onIssue = gate.issue() != null && gate.minimum() != null;
      if (onCoverage == onIssue) {
        add(place, Rule.GATE_NEEDS_ONE_CONDITION);
      }
      if (gate.issue() != null) {
        known(issues, gate.issue(), place + "/issue", Rule.UNKNOWN_ISSUE);
      }
      if (gate.level() < 1 || gate.level() > LEVELS) {
        add(place + "/level", Rule.LEVEL_OUT_OF_RANGE);
      }
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
