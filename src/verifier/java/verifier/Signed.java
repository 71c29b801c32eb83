package verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A compact JWS (RFC 7515) by Ed25519 (RFC 8037), verified with a JSON Web Key Set. */
final class Signed {
  private Signed() {}

  /**
   * The signed payload.
   *
   * @param keys a JSON Web Key Set; only the keys under its {@code keys} are trusted
   * @throws Rejected when none of them signed it, or when it is not well-formed
   */
  static String payload(String compact, Map<String, Object> keys) {
    String[] parts = compact.split("\\.", -1);
    Rejected.unless(parts.length == 3, "Not a compact JWS: it does not have three parts");
    Map<String, Object> header = Json.object(Json.read(utf8(decoded(parts[0]))));
    Rejected.unless("EdDSA".equals(header.get("alg")), "Not signed by EdDSA");
    Map<String, Object> key = key(keys, Json.text(header.get("kid")));
    byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
    Rejected.unless(verifies(key, signed, decoded(parts[2])), "The signature is not valid");
    return utf8(decoded(parts[1]));
  }

  private static Map<String, Object> key(Map<String, Object> keys, String kid) {
    for (Object key : Json.list(keys.get("keys"))) {
      if (kid.equals(Json.object(key).get("kid"))) {
        return Json.object(key);
      }
    }
    throw new Rejected("Signed by a key that is not among the trusted ones: " + kid);
  }

  /** Among the texts that decode to the same bytes, only the canonical one is accepted. */
  static byte[] decoded(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      String again = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      Rejected.unless(again.equals(part), "Not canonical base64url");
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new Rejected("Not base64url");
    }
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Rejected("Not UTF-8");
    }
  }

  private static boolean verifies(Map<String, Object> jwk, byte[] signed, byte[] signature) {
    Rejected.unless(
        "OKP".equals(jwk.get("kty")) && "Ed25519".equals(jwk.get("crv")), "Not an Ed25519 key");
    return Ed25519.verifies(decoded(Json.text(jwk.get("x"))), signed, signature);
  }
}
