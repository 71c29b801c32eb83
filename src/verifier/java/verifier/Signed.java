package verifier;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Map;

/** A compact JWS (RFC 7515) by Ed25519 (RFC 8037), verified with a JSON Web Key Set. */
final class Signed {
  private static final int KEY_BYTES = 32;
  private static final int SIGN_BIT = 0x80;

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
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(publicKey(jwk));
      ed25519.update(signed);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** RFC 8032, 5.1.2: little-endian y, the highest bit being the parity of x. */
  private static PublicKey publicKey(Map<String, Object> jwk) throws GeneralSecurityException {
    Rejected.unless(
        "OKP".equals(jwk.get("kty")) && "Ed25519".equals(jwk.get("crv")), "Not an Ed25519 key");
    byte[] bytes = decoded(Json.text(jwk.get("x")));
    Rejected.unless(bytes.length == KEY_BYTES, "Not an Ed25519 key");
    boolean odd = (bytes[KEY_BYTES - 1] & SIGN_BIT) != 0;
    bytes[KEY_BYTES - 1] &= (byte) ~SIGN_BIT;
    byte[] bigEndian = new byte[KEY_BYTES];
    for (int i = 0; i < KEY_BYTES; i++) {
      bigEndian[i] = bytes[KEY_BYTES - 1 - i];
    }
    EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }
}
