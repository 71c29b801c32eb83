package org.arobase.deliberation.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.deliberation.DeliberationProblem;
import org.arobase.dossier.Dossier;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The president's decisions. */
@Path("/editions/{year}/decisions/{code}")
@Tag(name = "Deliberation", description = "What the president decides.")
public class DecisionResource {
  private final DecisionService decisions;

  DecisionResource(DecisionService decisions) {
    this.decisions = decisions;
  }

  /** The decision on a dossier. */
  @GET
  @Operation(operationId = "getDecision", summary = "Get the decision on a dossier")
  @Refuses({"dossier-not-found", "decision-not-found"})
  public DecisionApi.View get(@PathParam("year") int year, @PathParam("code") String code) {
    return Decision.on(Dossier.required(year, code))
        .map(DecisionApi.View::from)
        .orElseThrow(() -> new Refusal(DeliberationProblem.DECISION_NOT_FOUND, code));
  }

  /** Takes or replaces the decision on a dossier. */
  @PUT
  @Operation(
      operationId = "decide",
      summary = "Award a dossier its level",
      description =
          "Only in DELIBERATION. A reason is required when the level is not the computed one, or"
              + " when its probability is below the policy’s `doubtful`. The first decision on a"
              + " dossier takes no `If-Match`; a later one must name the version that it replaces.")
  @Refuses({"edition-not-found", "dossier-not-found", "wrong-phase"})
  public DecisionApi.View decide(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @Parameter(description = "ETag of the decision to replace; none for the first one.")
          @HeaderParam("If-Match")
          String ifMatch,
      @NotNull @Valid DecisionApi.New decision) {
    return DecisionApi.View.from(decisions.decide(year, code, decision, ifMatch));
  }

  /** Countersigns a decision. */
  @POST
  @Path("/signature")
  @Idempotent
  @Operation(
      operationId = "signDecision",
      summary = "Countersign a decision as a second member of the jury",
      description =
          "Only in DELIBERATION, and not by the member who took the decision. Replacing a decision"
              + " removes its signature.")
  @Refuses({
    "edition-not-found",
    "dossier-not-found",
    "decision-not-found",
    "wrong-phase",
    "own-decision",
    "already-signed"
  })
  public DecisionApi.View sign(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @HeaderParam("If-Match") String ifMatch) {
    return DecisionApi.View.from(decisions.sign(year, code, ifMatch));
  }
}
