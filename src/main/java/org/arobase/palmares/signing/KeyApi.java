package org.arobase.palmares.signing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.arobase.platform.canonical.Canonical;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the keys' API. */
final class KeyApi {
  private KeyApi() {}

  @Schema(name = "JsonWebKey", description = "A public key (RFC 7517, RFC 8037).")
  record Jwk(
      @Schema(examples = "OKP") String kty,
      @Schema(examples = "Ed25519") String crv,
      @Schema(description = "The key: 32 bytes in base64url.") String x,
      @Schema(description = "The address of this key.") String kid,
      @Schema(examples = "EdDSA") String alg,
      @Schema(examples = "sig") String use,
      @Schema(description = "When it came into use.") Instant since,
      @Schema(description = "When another key replaced it.") @Nullable Instant retiredAt,
      @Schema(description = "From then on, none of its signatures is valid.")
          @Nullable Instant revokedAt,
      @Schema(description = "Why it was revoked.") @Nullable String revocationReason) {
    static Jwk of(SigningKey key) {
      JsonNode jwk = Canonical.tree(key.publicJwk);
      return new Jwk(
          jwk.path("kty").asText(),
          jwk.path("crv").asText(),
          jwk.path("x").asText(),
          key.address,
          jwk.path("alg").asText(),
          jwk.path("use").asText(),
          key.since,
          key.retiredAt,
          key.revokedAt,
          key.revokedAt == null ? null : key.reason);
    }
  }

  @Schema(
      name = "JsonWebKeySet",
      description =
          "The keys that verify signatures (RFC 7517). Revoked keys are listed separately, so that"
              + " no JOSE library uses them.")
  record Set(List<Jwk> keys, List<Jwk> revokedKeys) {}

  @Schema(name = "KeyRevocation", description = "The revocation of a key.")
  record Revocation(@NotBlank @Size(max = 2000) String reason) {}
}
