package org.arobase.jury.recusal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import org.arobase.access.AccessScope;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.jury.JuryProblem;
import org.arobase.jury.Recusal;
import org.arobase.jury.recusal.RecusalApi.Detection;
import org.arobase.jury.recusal.RecusalApi.View;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The recusals of an edition. */
@Path("/editions/{year}/recusals")
@Tag(name = "Jury", description = "Who judges what.")
public class RecusalResource {
  private final RecusalService recusals;
  private final AccessScope scope;
  private final Caller caller;

  RecusalResource(RecusalService recusals, AccessScope scope, Caller caller) {
    this.recusals = recusals;
    this.scope = scope;
    this.caller = caller;
  }

  /** The recusals in force that the caller may see. */
  @GET
  @Operation(
      operationId = "listRecusals",
      summary = "List the recusals in force",
      description =
          "Jurors see their own. A caller who is recused from a dossier does not see the recusals"
              + " of others from it.")
  @Refuses("edition-not-found")
  public Page<View> list(@PathParam("year") int year, @BeanParam @Valid PageRequest page) {
    List<Recusal> shown = Recusal.all(year).stream().filter(this::isShown).toList();
    return Page.cut(
        shown,
        page,
        r -> r.authority.code + String.format(Locale.ROOT, "/%s/%019d", r.juror.handle, r.id),
        View::from);
  }

  private boolean isShown(Recusal recusal) {
    boolean own = recusal.juror.username.equals(caller.name());
    boolean others = caller.is(Roles.SECRETARIAT) || caller.is(Roles.PRESIDENT);
    return own || (others && scope.sees(recusal.authority.code));
  }

  /** Declares a tie. */
  @POST
  @ResponseStatus(201)
  @Idempotent
  @Operation(
      operationId = "declareRecusal",
      summary = "Declare that a member of the jury has no page in a dossier",
      description =
          "By the member, or by the secretariat in the member’s name. The assignment ends; its"
              + " score sheet is kept but no longer counts.")
  @Refuses({"edition-not-found", "juror-not-found", "wrong-phase", "recusal-exists"})
  public View declare(@PathParam("year") int year, @NotNull @Valid RecusalApi.New recusal) {
    return recusals.declare(year, recusal);
  }

  /** Lifts a recusal. */
  @DELETE
  @Path("/{recusal}")
  @Operation(
      operationId = "liftRecusal",
      summary = "Lift a recusal, with a reason",
      description = "The assignment that it ended is in force again, unless the member has left.")
  @Refuses({"edition-not-found", "recusal-not-found", "wrong-phase"})
  public void lift(
      @PathParam("year") int year,
      @PathParam("recusal") long recusal,
      @QueryParam("reason") String reason,
      @HeaderParam("If-Match") String ifMatch) {
    if (reason == null || reason.isBlank()) {
      throw new Refusal(CommonProblem.INVALID_PARAMETER, "reason");
    }
    recusals.lift(year, recusal, reason, ifMatch);
  }

  /** Finds the ties that recuse by policy, and recuses. */
  @POST
  @Path("/detection")
  @Idempotent
  @Operation(
      operationId = "detectRecusals",
      summary = "Find the ties that recuse by policy, and recuse",
      description =
          "Ties are found from the members' affiliations. This also happens automatically when"
              + " EVALUATION begins. With `dryRun=true` nothing is written.")
  @Refuses({"edition-not-found", "wrong-phase"})
  public Detection detect(
      @PathParam("year") int year, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
    return new Detection(dryRun, recusals.detect(year, dryRun));
  }

  /** The recusal in force with this number. */
  @GET
  @Path("/{recusal}")
  @Operation(operationId = "getRecusal", summary = "Get a recusal in force")
  @Refuses({"edition-not-found", "recusal-not-found"})
  public View get(@PathParam("year") int year, @PathParam("recusal") long recusal) {
    return Recusal.all(year).stream()
        .filter(r -> r.id == recusal && isShown(r))
        .findFirst()
        .map(View::from)
        .orElseThrow(() -> new Refusal(JuryProblem.RECUSAL_NOT_FOUND, String.valueOf(recusal)));
  }
}
