package org.arobase.jury.member;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.arobase.access.AccessProblem;
import org.arobase.identity.Caller;
import org.arobase.jury.Juror;
import org.arobase.jury.member.JurorApi.JurorView;
import org.arobase.platform.http.Required;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own membership of a jury. */
@Path("/me/jury-membership")
@Tag(name = "Jury", description = "Who judges what.")
public class MembershipResource {
  private final JurorService jurors;
  private final Caller caller;

  MembershipResource(JurorService jurors, Caller caller) {
    this.jurors = jurors;
    this.caller = caller;
  }

  /** The caller as a member of a jury. */
  @GET
  @Operation(
      operationId = "getMyMembership",
      summary = "Get my membership of the jury of an edition")
  @Refuses("edition-not-found")
  public JurorView get(@QueryParam("edition") Integer edition) {
    return JurorView.from(Juror.required(year(edition), handle(edition)));
  }

  /** Stores the caller's answer to the invitation, with their profile. */
  @PATCH
  @Operation(
      operationId = "answerInvitation",
      summary = "Answer my invitation, and say what I know and how much I can read",
      description =
          "Possible until EVALUATION. A member who declines is given no dossiers; the secretariat"
              + " withdraws a member who already has some.")
  @Refuses({"edition-not-found", "wrong-phase", "juror-withdrawn", "juror-holds-office"})
  public JurorView answer(
      @QueryParam("edition") Integer edition,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid JurorApi.Membership membership) {
    return jurors.answer(year(edition), handle(edition), membership, ifMatch);
  }

  private static int year(Integer edition) {
    return Required.parameter("edition", edition);
  }

  private String handle(int year) {
    return Juror.ofUser(year, caller.name())
        .map(juror -> juror.handle)
        .orElseThrow(() -> new Refusal(AccessProblem.NOT_YOUR_EDITION, String.valueOf(year)));
  }
}
