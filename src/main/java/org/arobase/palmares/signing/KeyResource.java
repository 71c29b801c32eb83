package org.arobase.palmares.signing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.palmares.signing.KeyApi.Jwk;
import org.arobase.platform.http.PublicAnswer;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys that published documents are signed with. */
@Path("/signing-keys")
@Tag(name = "Palmarès", description = "The published list.")
public class KeyResource {
  private final Signer signer;

  KeyResource(Signer signer) {
    this.signer = signer;
  }

  /** All keys. */
  @GET
  @PublicAnswer
  @Operation(
      operationId = "listSigningKeys",
      summary = "List the keys that verify signatures, as a JSON Web Key Set")
  public KeyApi.Set list() {
    Map<Boolean, List<Jwk>> keys =
        SigningKey.all().stream()
            .map(key -> Jwk.of(key))
            .collect(Collectors.partitioningBy(key -> key.revokedAt() != null));
    return new KeyApi.Set(keys.get(false), keys.get(true));
  }

  /** One key. */
  @GET
  @Path("/{key}")
  @PublicAnswer
  @Operation(
      operationId = "getSigningKey",
      summary = "Get a key by its thumbprint, at the address given in `kid`",
      description = "410 for a revoked key; the list says why.")
  @Refuses({"key-not-found", "key-withdrawn"})
  public Jwk get(@PathParam("key") String key) {
    SigningKey found = SigningKey.required(key);
    if (found.revokedAt != null) {
      // software that follows a kid would use whatever key it finds here
      throw new Refusal(SigningProblem.KEY_WITHDRAWN, key);
    }
    return Jwk.of(found);
  }

  /** Revokes a key. */
  @POST
  @Path("/{key}/revocation")
  @Idempotent
  @Operation(
      operationId = "revokeSigningKey",
      summary = "Revoke a key: none of its signatures is valid any more",
      description =
          "Once the server has another secret (`AROBASE_SIGNING_KEY`), a correction without changes"
              + " signs each palmarès again.")
  @Refuses({"key-not-found", "key-revoked"})
  public Jwk revoke(@PathParam("key") String key, @NotNull @Valid KeyApi.Revocation revocation) {
    return Jwk.of(signer.revoke(key, revocation.reason()));
  }
}
