package org.arobase.palmares;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.arobase.deliberation.seal.CorrectionApi;
import org.arobase.palmares.document.DocumentApi;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrections after publication. */
@Path("/editions/{year}/corrections")
@Tag(name = "Palmarès", description = "The published list.")
public class CorrectionResource {
  private final PublicationService publications;

  CorrectionResource(PublicationService publications) {
    this.publications = publications;
  }

  /** Corrects published results, or tries it out. */
  @POST
  @Idempotent
  @Operation(
      operationId = "correctPalmares",
      summary = "Correct published results: sign a new version and keep the old one",
      description =
          "The new version states what it changes and why; the old one stays available and is"
              + " marked as superseded. Without changes, the same results are signed again, for"
              + " example after a key was revoked. With `dryRun=true` nothing is written.")
  @Refuses({
    "edition-not-found",
    "wrong-phase",
    "recused",
    "not-your-dossier",
    "signing-off",
    "key-revoked",
    "key-retired"
  })
  public DocumentApi.Version correct(
      @PathParam("year") int year,
      @Parameter(description = "ETag of the edition; not needed with `dryRun=true`.")
          @HeaderParam("If-Match")
          String ifMatch,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @NotNull @Valid CorrectionApi.New correction) {
    return dryRun
        ? publications.tryCorrection(year, correction)
        : publications.correct(year, correction, ifMatch);
  }
}
