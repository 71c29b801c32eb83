package org.arobase.palmares.statuslist;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.arobase.palmares.document.DocumentResource;
import org.arobase.platform.http.PublicAnswer;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells other software which published labels have since been changed or revoked. */
@Path("/palmares")
@Tag(name = "Palmarès", description = "The published list.")
public class StatusListResource {
  private final StatusListSigner signer;

  StatusListResource(StatusListSigner signer) {
    this.signer = signer;
  }

  /** The labels that no longer stand. */
  @GET
  @Path("/{year}/status-list")
  @Produces(DocumentResource.CREDENTIAL)
  @PublicAnswer(
      changesWithTime = true,
      madeOf = {"signing-key", "published-document", "publication", "labels", "finalisation"})
  @Operation(
      operationId = "getStatusList",
      summary = "Get the signed list of the labels of a version that no longer stand",
      description =
          "A Bitstring Status List 1.0 as a compact JWS, signed on each request and valid for at"
              + " least six days. A label’s bit, at its place in the document, is 1 when a"
              + " correction has changed it, or when the key of its version was revoked. The newest"
              + " version, or the one that `version` names.")
  @Refuses({
    "palmares-not-found",
    "version-not-found",
    "signing-off",
    "key-revoked",
    "key-retired",
    "record-contradicted"
  })
  public String statusList(@PathParam("year") int year, @QueryParam("version") Integer version) {
    return signer.of(year, version);
  }
}
