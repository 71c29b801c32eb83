package org.arobase.jury.member;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.jury.Juror;
import org.arobase.jury.member.JurorApi.JurorView;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The members of an edition's jury. */
@Path("/editions/{year}/jurors")
@Tag(name = "Jury", description = "Who judges what.")
public class JurorResource {
  private final JurorService jurors;

  JurorResource(JurorService jurors) {
    this.jurors = jurors;
  }

  /** All members, also those who have left, by id. */
  @GET
  @Operation(operationId = "listJurors", summary = "List the members of an edition's jury")
  @Refuses("edition-not-found")
  public Page<JurorView> list(@PathParam("year") int year, @BeanParam @Valid PageRequest page) {
    return Page.cut(Juror.all(year), page, j -> j.handle, JurorView::from);
  }

  /** Adds a member to the jury. */
  @POST
  @Idempotent
  @ResponseStatus(201)
  @Operation(
      operationId = "inviteJuror",
      summary = "Add a member to the jury",
      description =
          "`POST …/mailings` sends the invitation, and the member answers with `PATCH"
              + " /me/jury-membership`. An office that somebody else holds has to be given up"
              + " first.")
  @Refuses({"edition-not-found", "wrong-phase", "juror-exists", "office-held"})
  public JurorView invite(@PathParam("year") int year, @NotNull @Valid JurorApi.New juror) {
    return jurors.invite(year, juror);
  }

  /** The member with this id. */
  @GET
  @Path("/{member}")
  @Operation(operationId = "getJuror", summary = "Get a member of an edition's jury")
  @Refuses({"edition-not-found", "juror-not-found"})
  public JurorView get(@PathParam("year") int year, @PathParam("member") String member) {
    return JurorView.from(Juror.required(year, member));
  }

  /** Changes a member. */
  @PATCH
  @Path("/{member}")
  @Operation(
      operationId = "changeJuror",
      summary = "Change a member of the jury",
      description =
          "In EVALUATION, a new affiliation recuses at once where it is a tie. A change does not"
              + " move assignments: plan again.")
  @Refuses({
    "edition-not-found",
    "juror-not-found",
    "wrong-phase",
    "juror-withdrawn",
    "office-held"
  })
  public JurorView change(
      @PathParam("year") int year,
      @PathParam("member") String member,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid JurorApi.Change change) {
    return jurors.change(year, member, change, ifMatch);
  }

  /** Removes a member who was added by mistake. */
  @DELETE
  @Path("/{member}")
  @Operation(
      operationId = "removeJuror",
      summary = "Remove a member who was added to the jury by mistake",
      description =
          "A member who has had an assignment or a recusal stays on record and is withdrawn"
              + " instead.")
  @Refuses({"edition-not-found", "juror-not-found", "wrong-phase", "juror-on-record"})
  public void remove(
      @PathParam("year") int year,
      @PathParam("member") String member,
      @HeaderParam("If-Match") String ifMatch) {
    jurors.remove(year, member, ifMatch);
  }
}
