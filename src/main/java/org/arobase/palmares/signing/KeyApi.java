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
      @Schema(description = "When it was first signed with.") Instant since,
      @Schema(description = "When another key took its place.") @Nullable Instant retiredAt,
      @Schema(description = "From then on nothing that it signed is good.")
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
          "The keys that signatures are good by (RFC 7517). Keys that were revoked stand apart, where"
              + " no JOSE library takes them for keys.")
  record Set(List<Jwk> keys, List<Jwk> revokedKeys) {}

  @Schema(name = "KeyRevocation", description = "That a key is not to be trusted any more.")
  record Revocation(@NotBlank @Size(max = 2000) String reason) {}
}
