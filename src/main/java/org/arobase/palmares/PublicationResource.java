package org.arobase.palmares;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Publication of a finalised edition. */
@Path("/editions/{year}/publication")
@Tag(name = "Palmarès", description = "The published list.")
public class PublicationResource {
  private final PublicationService publications;

  PublicationResource(PublicationService publications) {
    this.publications = publications;
  }

  /** Publishes an edition, or tries it out. */
  @POST
  @Idempotent
  @Operation(
      operationId = "publishEdition",
      summary = "Lift the embargo: publish the palmarès",
      description =
          "With `dryRun=true` nothing is published; the answer tells in advance whether it can be.")
  @Refuses({"edition-not-found", "wrong-phase", "signing-off", "key-revoked", "key-retired"})
  public PalmaresApi.Published publish(
      @PathParam("year") int year,
      @Parameter(description = "ETag of the edition; not needed with `dryRun=true`.")
          @HeaderParam("If-Match")
          String ifMatch,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
    return dryRun ? publications.tryOut(year) : publications.publish(year, ifMatch);
  }
}
