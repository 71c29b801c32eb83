package verifier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Anonymised marks, with the policy that scores them. */
final class Marks {
  private static final String FORMAT = "arobase-marks/1";

  final Map<String, Object> content;
  final Map<String, Object> policy;

  Marks(Map<String, Object> content) {
    Rejected.unless(FORMAT.equals(content.get("format")), "Not a file of anonymised marks");
    Rejected.unless(
        Boolean.TRUE.equals(content.get("complete")),
        "Dossiers are left out: without them, severities differ");
    this.content = content;
    this.policy = Json.object(content.get("policy"));
  }

  Panel panel() {
    Object panel = policy.get("panel");
    return panel == null ? Panel.MEAN : Panel.valueOf(Json.text(panel));
  }

  List<Map<String, Object>> dossiers() {
    List<Map<String, Object>> dossiers = new ArrayList<>();
    Json.list(content.get("dossiers")).forEach(dossier -> dossiers.add(Json.object(dossier)));
    return dossiers;
  }

  List<Object> criteria() {
    return Json.list(content.get("criteria"));
  }

  List<Object> issues(Map<String, Object> dossier) {
    return Json.list(Json.object(content.get("strata")).get(Json.text(dossier.get("stratum"))));
  }

  BigDecimal coverage(String of) {
    return (BigDecimal) Json.object(policy.get("coverage")).get(of);
  }

  /** A value after a stage: rounded if the policy rounds there, otherwise unchanged. */
  BigDecimal rounded(String stage, BigDecimal value) {
    Object digits = Json.object(policy.get("rounding")).get(stage);
    return digits == null ? value : value.setScale(Json.integer(digits), RoundingMode.HALF_UP);
  }

  Map<String, Object> levels() {
    return Json.object(policy.get("levels"));
  }
}
