package verifier;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;

/** Checks the published files of an edition one by one: a palmarès, and what belongs to it. */
final class Published {
  private final Map<String, Object> keys;
  private final PrintStream out;
  private final Palmares palmares;
  private Palmares latest;
  private StatusList statusList;

  /**
   * @param keys a JSON Web Key Set
   * @throws Rejected when the palmarès is not valid
   */
  Published(Map<String, Object> keys, String palmares, PrintStream out) {
    this.keys = keys;
    this.out = out;
    this.palmares = Palmares.of(palmares, keys);
    this.latest = this.palmares;
    out.printf(
        "GOOD: palmarès %d, version %d, %d labels, SHA-256 %s%n",
        latest.year(), latest.version(), latest.labels().size(), latest.hash);
  }

  /** Whether a signed text is a label; labels are checked after all other files. */
  boolean isLabel(String signed) {
    Map<String, Object> content = content(signed);
    return !content.containsKey("merkleRoot") && !StatusList.is(content);
  }

  private Map<String, Object> content(String signed) {
    return Json.object(Json.read(Signed.payload(signed, keys)));
  }

  /**
   * Checks the status list, or the version after the latest.
   *
   * @throws Rejected when it is not valid
   */
  void take(String signed) {
    Map<String, Object> content = content(signed);
    if (StatusList.is(content)) {
      statusList = StatusList.of(Signed.payload(signed, keys), palmares, Instant.now());
      out.printf("GOOD: status list, until %s%n", content.get("validUntil"));
      return;
    }
    Palmares next = Palmares.of(signed, keys);
    next.requireNextOf(latest);
    out.printf("SUPERSEDED by version %d: %s%n", next.version(), next.content.get("reason"));
    latest = next;
  }

  /**
   * Checks a label.
   *
   * @throws Rejected when it is not valid, or when the status list revokes it
   */
  void label(String signed) {
    Palmares.Label label = palmares.label(signed, keys);
    Rejected.unless(
        statusList == null || statusList.stands(label.place()),
        "The label no longer stands: a correction has changed it, or its key was revoked");
    Map<String, Object> said = label.content();
    out.printf(
        "GOOD: %s, %s @ (%s)%s%n",
        said.get("name"),
        said.get("level"),
        said.get("code"),
        statusList == null ? ", if it still stands: no status list was given" : "");
  }
}
