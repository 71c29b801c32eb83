package org.arobase.edition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.identity.Caller;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Editions, their phases and their policies. */
@Path("/editions")
@Tag(name = "Editions", description = "A year's edition, its phase and its rating policy.")
public class EditionResource {
  private final EditionService editions;
  private final Caller caller;

  EditionResource(EditionService editions, Caller caller) {
    this.editions = editions;
    this.caller = caller;
  }

  /** All editions, the newest first. */
  @GET
  @Operation(operationId = "listEditions", summary = "List the editions, the newest first")
  public List<EditionApi.View> list() {
    return Edition.all().stream().map(e -> EditionApi.View.from(e, caller)).toList();
  }

  /** Makes an edition in DRAFT. */
  @POST
  @Idempotent
  @ResponseStatus(201)
  @Operation(operationId = "createEdition", summary = "Make an edition in DRAFT")
  @Refuses("edition-exists")
  public EditionApi.View create(@NotNull @Valid EditionApi.New edition) {
    return EditionApi.View.from(editions.create(edition), caller);
  }

  /** The edition of this year. */
  @GET
  @Path("/{year}")
  @Operation(operationId = "getEdition", summary = "Get an edition")
  @Refuses("edition-not-found")
  public EditionApi.View get(@PathParam("year") int year) {
    return EditionApi.View.from(Edition.required(year), caller);
  }

  /** Changes the name and the dates of an edition. */
  @PATCH
  @Path("/{year}")
  @Operation(operationId = "changeEdition", summary = "Change the name and the dates of an edition")
  @Refuses({"edition-not-found", "wrong-phase"})
  public EditionApi.View change(
      @PathParam("year") int year,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid EditionApi.Change change) {
    return editions.change(year, change, ifMatch);
  }

  /** Moves an edition one phase forward or back. */
  @POST
  @Idempotent
  @Path("/{year}/phase")
  @Operation(
      operationId = "moveEdition",
      summary = "Move an edition one phase forward, or back with a reason",
      description =
          "To DRAFT, OPEN, EVALUATION or DELIBERATION. FINALISED and PUBLISHED have operations of"
              + " their own: finalisation and publication. A refused step lists everything that"
              + " blocks it. At the step to DELIBERATION, dossiers of which sheets are missing are"
              + " listed too, until `confirmed` names them; those that the caller is recused from are"
              + " not. With `dryRun=true` the step is checked in the same way, but nothing"
              + " changes.")
  @Refuses({"edition-not-found", "step-not-allowed", "phase-blocked"})
  public EditionApi.View move(
      @PathParam("year") int year,
      @Parameter(description = "ETag of the edition; not needed with `dryRun=true`.")
          @HeaderParam("If-Match")
          String ifMatch,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @NotNull @Valid EditionApi.Step step) {
    return dryRun ? editions.tryMove(year, step) : editions.move(year, step, ifMatch);
  }

  /** The policy of an edition. */
  @GET
  @Path("/{year}/rating-policy")
  @Operation(operationId = "getRatingPolicy", summary = "Get the rating policy of an edition")
  @Refuses("edition-not-found")
  public EditionApi.PolicyView policy(@PathParam("year") int year) {
    return EditionApi.PolicyView.from(Edition.required(year));
  }

  /** Replaces the policy of an edition in DRAFT. */
  @PUT
  @Path("/{year}/rating-policy")
  @Operation(
      operationId = "replaceRatingPolicy",
      summary = "Replace the rating policy of an edition in DRAFT")
  @Refuses({"edition-not-found", "wrong-phase"})
  public EditionApi.PolicyView replacePolicy(
      @PathParam("year") int year,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid RatingPolicy policy) {
    return EditionApi.PolicyView.from(editions.replacePolicy(year, policy, ifMatch));
  }
}
