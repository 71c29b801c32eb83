package verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A published palmarès, against which labels are checked. */
final class Palmares {
  private static final String FORMAT = "arobase-palmares/1";

  /** The signed text. */
  final String text;

  /** SHA-256 of the signed text. */
  final String hash;

  /** The signed text as JSON. */
  final Map<String, Object> content;

  private Palmares(String text) {
    this.text = text;
    this.hash = Hashes.ofText(text);
    this.content = Json.object(Json.read(text));
  }

  /**
   * Reads a palmarès and checks its signature, canonical form, and the tree over its labels.
   *
   * @throws Rejected when a check fails
   */
  static Palmares of(String jws, Map<String, Object> keys) {
    Palmares palmares = new Palmares(Signed.payload(jws, keys));
    Rejected.unless(FORMAT.equals(palmares.content.get("format")), "Not a palmarès");
    Rejected.unless(
        Json.canonical(palmares.content).equals(palmares.text), "Not canonical JSON (RFC 8785)");
    List<byte[]> leaves = new ArrayList<>();
    palmares.labels().forEach(label -> leaves.add(Hashes.leaf(Json.canonical(label))));
    Rejected.unless(
        Hashes.root(leaves).equals(palmares.content.get("merkleRoot")),
        "The root is not that of the labels");
    return palmares;
  }

  /** The base of all addresses, with a slash at its end. */
  String base() {
    String issuer = Json.text(Json.object(content.get("issuer")).get("id"));
    Rejected.unless(issuer.endsWith("/palmares"), "The issuer's id does not end with /palmares");
    return issuer.substring(0, issuer.length() - "palmares".length());
  }

  List<Object> labels() {
    return Json.list(content.get("labels"));
  }

  int version() {
    return Json.integer(content.get("version"));
  }

  int year() {
    return Json.integer(Json.object(content.get("edition")).get("year"));
  }

  /**
   * Requires that this is the version right after another one.
   *
   * @throws Rejected when it is not
   */
  void requireNextOf(Palmares other) {
    Rejected.unless(
        year() == other.year() && version() == other.version() + 1,
        "Not the next version: give each one in order");
    Object before = content.get("supersedes");
    Rejected.unless(before != null, "A later version does not say what it supersedes");
    Map<String, Object> named = Json.object(before);
    Rejected.unless(
        Json.integer(named.get("version")) == other.version()
            && other.hash.equals(named.get("documentHash")),
        "The later version names another document");
  }

  /**
   * A checked label.
   *
   * @param content its properties
   * @param place its place in the palmarès, from 0
   */
  record Label(Map<String, Object> content, int place) {}

  /**
   * Reads the label of a credential and checks its signature, its proof, and that it agrees with
   * the palmarès.
   *
   * @throws Rejected when a check fails
   */
  Label label(String jwt, Map<String, Object> keys) {
    String text = Signed.payload(jwt, keys);
    Map<String, Object> credential = Json.object(Json.read(text));
    Rejected.unless(Json.canonical(credential).equals(text), "Not canonical JSON (RFC 8785)");
    Map<String, Object> evidence =
        Json.object(Json.list(credential.get("evidence")).stream().findFirst().orElse(null));
    Map<String, Object> proof = Json.object(evidence.get("inclusionProof"));
    Rejected.unless(
        hash.equals(proof.get("documentHash")),
        "The label belongs to another palmarès, or to another version of it");
    Map<String, Object> label = Json.object(proof.get("label"));
    int place = Json.integer(proof.get("place"));
    Rejected.unless(
        place >= 0 && place < labels().size() && Json.integer(proof.get("size")) == labels().size(),
        "The label has no place in the palmarès");
    List<String> path = new ArrayList<>();
    Json.list(proof.get("path")).forEach(hash -> path.add(Json.text(hash)));
    String root = Hashes.climb(Hashes.leaf(Json.canonical(label)), place, labels().size(), path);
    Rejected.unless(
        root.equals(content.get("merkleRoot")), "The proof does not lead to the palmarès");
    Rejected.unless(
        label.equals(labels().get(place)), "The label is not the one at its place in the palmarès");
    String wanted = Json.canonical(new Claims(this, label, place).credential(proof.get("path")));
    Rejected.unless(wanted.equals(text), "The label does not agree with the palmarès");
    return new Label(label, place);
  }
}
