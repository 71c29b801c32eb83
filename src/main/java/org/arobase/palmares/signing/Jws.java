package org.arobase.palmares.signing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.arobase.platform.canonical.Canonical;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A compact JSON Web Signature (RFC 7515) by Ed25519. Among the texts that decode to the same bytes
 * only the canonical one is accepted, so that no character can be altered.
 *
 * @param compact the whole text
 * @param keyId the {@code kid} in its header
 * @param payload the signed text
 */
public record Jws(String compact, String keyId, String payload) {
  private static final int PARTS = 3;

  /** Signs a text. */
  static String sign(String payload, OctetKeyPairJsonWebKey key, Map<String, String> header) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
    header.forEach(jws::setHeader);
    jws.setPayload(payload);
    jws.setKey(key.getPrivateKey());
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("The signing key cannot sign", e);
    }
  }

  /** A text as a signature, not verified yet; empty when it is not a well-formed JWS. */
  public static Optional<Jws> of(String compact) {
    String[] parts = compact.split("\\.", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      // parsed here because the library reports a non-text header as an internal error
      JsonNode header = Canonical.tree(text(parts[0]));
      String payload = text(parts[1]);
      decoded(parts[2]);
      JsonNode kid = header.path("kid");
      boolean fits =
          kid.isTextual()
              && AlgorithmIdentifiers.EDDSA.equals(header.path("alg").asText())
              && !header.has("crit");
      return fits ? Optional.of(new Jws(compact, kid.asText(), payload)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(String part) {
    return new String(decoded(part), StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String part) {
    byte[] bytes = Base64.getUrlDecoder().decode(part);
    if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
      throw new IllegalArgumentException("Not canonical base64url");
    }
    return bytes;
  }

  private static JsonWebSignature unverified(String compact) throws JoseException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(
        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
    jws.setCompactSerialization(compact);
    return jws;
  }

  /** Whether it was signed by the holder of this key. */
  boolean isBy(String publicJwk) {
    try {
      JsonWebSignature jws = unverified(compact);
      jws.setKey(PublicJsonWebKey.Factory.newPublicJwk(publicJwk).getPublicKey());
      return jws.verifySignature();
    } catch (JoseException e) {
      return false;
    }
  }
}
