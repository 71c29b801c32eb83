package verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The labels of a version that no longer stand (W3C Bitstring Status List 1.0), as the issuer
 * stated at some time.
 */
final class StatusList {
  private static final int BYTES = 16_384;
  private static final int FIRST_BIT = 0x80;

  /** The purpose, and the Multibase letter of base64url. */
  private static final String PURPOSE = "revocation";

  private static final String MULTIBASE = "u";

  private final byte[] bits;

  private StatusList(byte[] bits) {
    this.bits = bits;
  }

  /** Whether signed content is a status list. */
  static boolean is(Map<String, Object> content) {
    return content.get("type") instanceof List<?> types
        && types.contains("BitstringStatusListCredential");
  }

  /** The address of the status list of a palmarès. */
  static String address(Palmares palmares) {
    return palmares.base()
        + "palmares/"
        + palmares.year()
        + "/status-list?version="
        + palmares.version();
  }

  /**
   * Reads and checks the status list of a palmarès.
   *
   * @param text the signed text
   * @throws Rejected when it belongs to another palmarès or version, or has expired
   */
  static StatusList of(String text, Palmares palmares, Instant now) {
    Map<String, Object> content = Json.object(Json.read(text));
    Rejected.unless(Json.canonical(content).equals(text), "Not canonical JSON (RFC 8785)");
    Rejected.unless(
        Json.object(palmares.content.get("issuer")).get("id").equals(content.get("issuer")),
        "The status list is not by the issuer of the palmarès");
    Rejected.unless(
        address(palmares).equals(content.get("id")),
        "The status list belongs to another palmarès, or to another version of it");
    Rejected.unless(
        now.isBefore(Instant.parse(Json.text(content.get("validUntil")))),
        "The status list is too old: fetch it again");
    Map<String, Object> list = Json.object(content.get("credentialSubject"));
    String encoded = Json.text(list.get("encodedList"));
    Rejected.unless(
        "BitstringStatusList".equals(list.get("type"))
            && PURPOSE.equals(list.get("statusPurpose"))
            && encoded.startsWith(MULTIBASE),
        "Not a supported status list");
    return new StatusList(unzipped(Signed.decoded(encoded.substring(1))));
  }

  /** Reads no more than a list can hold: a few bytes may unzip to gigabytes. */
  private static byte[] unzipped(byte[] zipped) {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      byte[] bits = zip.readNBytes(BYTES);
      Rejected.unless(bits.length == BYTES, "The status list is too short");
      return bits;
    } catch (IOException e) {
      throw new Rejected("The status list is not zipped");
    }
  }

  /** Whether the label at a place, from 0, stands. */
  boolean stands(int place) {
    return (bits[place / Byte.SIZE] & FIRST_BIT >>> place % Byte.SIZE) == 0;
  }
}
