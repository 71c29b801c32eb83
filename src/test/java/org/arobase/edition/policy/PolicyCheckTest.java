package org.arobase.edition.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.arobase.framework.FrameworkDocument;
import org.arobase.platform.canonical.Canonical;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of a rating policy, broken alone in the sample policy, is named with its place. */
class PolicyCheckTest {
  private static final FrameworkDocument FRAMEWORK =
      Canonical.yaml("/frameworks/sample-framework-2020.yaml", FrameworkDocument.class);

  private static ObjectNode sample() {
    JsonNode file = Canonical.yaml("/sample/edition-2020.yaml", JsonNode.class);
    return file.path("edition").path("policy").deepCopy();
  }

  private static List<String> violations(JsonNode policy) {
    return PolicyCheck.violations(Canonical.read(policy.toString(), RatingPolicy.class), FRAMEWORK)
        .stream()
        .map(v -> v.pointer() + " " + v.rule().code())
        .toList();
  }

  @Test
  void theSampleBreaksNoRule() {
    assertEquals(List.of(), violations(sample()));
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/coverage/initiative | 1.5 | /coverage/initiative share-out-of-range",
        "/coverage/dossier | null | /coverage/dossier policy-incomplete",
        "/rounding/dossier | 11 | /rounding/dossier digits-out-of-range",
        "/levels/thresholds | [0.1,0.2] | /levels/thresholds five-thresholds",
        "/levels/thresholds/1 | 0.01 | /levels/thresholds/1 threshold-not-rising",
        "/levels/floor | 6 | /levels/floor level-out-of-range",
        "/levels/gates | null | /levels/gates policy-incomplete",
        "/strata/0/minimumPopulation | 1 | /strata no-stratum-from-zero",
        "/panel | \"TRIMMED\" | /panel panel-too-small",
        "/quorum | 4 | /quorum quorum-above-jurors",
        "/levels/gates/0 | {\"level\":3,\"coveredIssues\":99} | /levels/gates/0 gate-out-of-reach",
        "/absences | {\"quorum\":\"REDUCED\",\"atLeast\":9} | /absences/atLeast above-quorum",
      })
  void aBrokenRuleIsNamedWithItsPlace(String place, String value, String expected) {
    ObjectNode policy = sample();
    int last = place.lastIndexOf('/');
    JsonNode parent = policy.at(place.substring(0, last));
    String name = place.substring(last + 1);
    if (parent instanceof ObjectNode object) {
      object.set(name, Canonical.tree(value));
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(name), Canonical.tree(value));
    }
    assertEquals(List.of(expected), violations(policy));
  }

  /** What no dossier could pass is refused when it is written, and all of it in one answer. */
  @Test
  void aPolicyThatCannotWorkIsRefused() {
    ObjectNode policy = sample();
    ObjectNode weights = (ObjectNode) policy.get("issueWeights");
    FRAMEWORK.issueCodes().forEach(code -> weights.put(code, 0));
    String kept = FRAMEWORK.issueCodes().stream().sorted().findFirst().orElseThrow();
    weights.put(kept, 1);
    int all = FRAMEWORK.issueCodes().size();
    ArrayNode strata = (ArrayNode) policy.get("strata");
    for (JsonNode stratum : strata) {
      ((ArrayNode) stratum.get("notApplicable")).removeAll();
    }
    ((ArrayNode) strata.get(0).get("notApplicable")).add(kept);
    ((ObjectNode) policy.get("levels"))
        .set(
            "gates",
            Canonical.tree(
                ("[{\"level\":5,\"issue\":\"%s\",\"minimum\":0.5},{\"level\":4,\"coveredIssues\":%d},"
                        + "{\"level\":3,\"coveredIssues\":%d}]")
                    .formatted(kept, all, all + 1)));
    assertEquals(
        List.of(
            "/strata/0/notApplicable stratum-without-issue", "/levels/gates/2 gate-out-of-reach"),
        violations(policy));
  }

  @Test
  void aWeightOfNoCriterionAndAMissingOneAreNamed() {
    ObjectNode policy = sample();
    ObjectNode weights = (ObjectNode) policy.get("criterionWeights");
    weights.set("beauty", weights.remove("utility"));
    assertEquals(
        List.of("/criterionWeights/beauty unknown-criterion", "/criterionWeights weight-missing"),
        violations(policy));
  }
}
