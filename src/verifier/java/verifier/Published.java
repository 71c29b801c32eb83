package verifier;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;

/** What was published of an edition, looked at file by file: a palmarès, and what belongs to it. */
final class Published {
  private final Map<String, Object> keys;
  private final PrintStream out;
  private final Palmares palmares;
  private Palmares latest;
  private StatusList statusList;

  /**
   * @param keys a JSON Web Key Set
   * @throws Rejected when the palmarès is not good
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

  /**
   * Looks at a label, at the status list by which those after it are judged, or at the version
   * after the latest.
   *
   * @throws Rejected when it is not good
   */
  Published take(String signed) {
    Map<String, Object> content = Json.object(Json.read(Signed.payload(signed, keys)));
    if (content.containsKey("merkleRoot")) {
      supersede(Palmares.of(signed, keys));
    } else if (StatusList.is(content)) {
      statusList = StatusList.of(content, palmares, Instant.now());
      out.printf("GOOD: status list, until %s%n", content.get("validUntil"));
    } else {
      label(palmares.label(signed, keys));
    }
    return this;
  }

  private void supersede(Palmares next) {
    next.requireNextOf(latest);
    out.printf("SUPERSEDED by version %d: %s%n", next.version(), next.content.get("reason"));
    latest = next;
  }

  private void label(Map<String, Object> label) {
    Rejected.unless(
        statusList == null || statusList.stands(palmares.place(label)),
        "The label does not stand any more: a correction has changed it, or its key was revoked");
    out.printf("GOOD: %s, %s @ (%s)%n", label.get("name"), label.get("level"), label.get("code"));
  }
}
