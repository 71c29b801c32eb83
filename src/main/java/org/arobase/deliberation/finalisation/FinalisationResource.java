package org.arobase.deliberation.finalisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.arobase.deliberation.decision.DecisionApi.Finalising;
import org.arobase.deliberation.decision.DecisionApi.Result;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The end of a deliberation. */
@Path("/editions/{year}/finalisation")
@Tag(name = "Deliberation", description = "What the president decides.")
public class FinalisationResource {
  private final FinalisationService finalisations;

  FinalisationResource(FinalisationService finalisations) {
    this.finalisations = finalisations;
  }

  /** Finalises an edition, or shows the result of doing so. */
  @POST
  @Idempotent
  @Operation(
      operationId = "finaliseEdition",
      summary = "Make every level final, under embargo",
      description =
          "A dossier without a decision gets its computed level. A dossier of which sheets are"
              + " missing blocks, as `fewer-sheets`, until the body names it, unless the caller is"
              + " recused from it. With `dryRun=true` nothing is"
              + " written and the answer lists what blocks the finalisation.")
  @Refuses({"edition-not-found", "wrong-phase", "finalisation-blocked"})
  public Result finalise(
      @PathParam("year") int year,
      @Parameter(description = "ETag of the edition; not needed with `dryRun=true`.")
          @HeaderParam("If-Match")
          String ifMatch,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @NotNull @Valid Finalising finalising) {
    return dryRun
        ? finalisations.tryOut(year, finalising.confirmed())
        : finalisations.finalise(year, finalising.confirmed(), ifMatch);
  }
}
