package org.arobase.deliberation.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Locale;
import org.arobase.deliberation.session.SessionApi.Closing;
import org.arobase.deliberation.session.SessionApi.MotionView;
import org.arobase.deliberation.session.SessionApi.NewBallot;
import org.arobase.deliberation.session.SessionApi.NewMotion;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The motions of a session, and the votes on them. */
@Path("/editions/{year}/deliberations/{session}/motions")
@Tag(name = "Deliberation", description = "What the president decides.")
public class MotionResource {
  private final MotionService motions;

  MotionResource(MotionService motions) {
    this.motions = motions;
  }

  /** The motions of a session. */
  @GET
  @Operation(
      operationId = "listMotions",
      summary = "List the motions of a session",
      description = "Without motions on dossiers that the caller is recused from.")
  @Refuses({"edition-not-found", "session-not-found", "wrong-phase"})
  public Page<MotionView> motions(
      @PathParam("year") int year,
      @PathParam("session") int session,
      @BeanParam @Valid PageRequest page) {
    return Page.cut(
        motions.all(year, session),
        page,
        motion -> String.format(Locale.ROOT, "%09d", motion.number()),
        motion -> motion);
  }

  /** Puts a motion to the vote. */
  @POST
  @Idempotent
  @ResponseStatus(201)
  @Operation(
      operationId = "moveMotion",
      summary = "Put a motion to the vote: a level, a distinction or anything else",
      description =
          "Members who are recused from the dossier leave: they have no vote, and do not count for"
              + " the quorum.")
  @Refuses({
    "edition-not-found",
    "session-not-found",
    "session-state",
    "too-few-attend",
    "motion-open",
    "recused",
    "not-your-dossier",
    "wrong-phase"
  })
  public MotionView move(
      @PathParam("year") int year,
      @PathParam("session") int session,
      @NotNull @Valid NewMotion motion) {
    return motions.move(year, session, motion);
  }

  /** One motion. */
  @GET
  @Path("/{motion}")
  @Operation(operationId = "getMotion", summary = "Get a motion of a session")
  @Refuses({"edition-not-found", "session-not-found", "motion-not-found", "not-your-dossier"})
  public MotionView motion(
      @PathParam("year") int year,
      @PathParam("session") int session,
      @PathParam("motion") int motion) {
    return motions.of(year, session, motion);
  }

  /** Casts a vote. */
  @POST
  @Path("/{motion}/ballots")
  @Idempotent
  @Operation(
      operationId = "castBallot",
      summary = "Vote, for myself or by a mandate that I hold",
      description = "A second vote replaces the first, as long as the vote is open.")
  @Refuses({
    "edition-not-found",
    "session-not-found",
    "motion-not-found",
    "no-vote",
    "vote-closed",
    "wrong-phase"
  })
  public MotionView vote(
      @PathParam("year") int year,
      @PathParam("session") int session,
      @PathParam("motion") int motion,
      @NotNull @Valid NewBallot ballot) {
    return motions.vote(year, session, motion, ballot);
  }

  /** Closes a vote. */
  @POST
  @Path("/{motion}/closing")
  @Idempotent
  @Operation(
      operationId = "closeMotion",
      summary = "Close a vote, and carry out the motion if it is adopted",
      description =
          "An adopted level becomes the decision on the dossier, with the vote as its reason; an"
              + " adopted distinction is given. The casting vote settles a tie, if the policy has"
              + " one.")
  @Refuses({
    "edition-not-found",
    "session-not-found",
    "motion-not-found",
    "not-your-dossier",
    "vote-closed",
    "too-few-attend",
    "wrong-phase"
  })
  public MotionView closeMotion(
      @PathParam("year") int year,
      @PathParam("session") int session,
      @PathParam("motion") int motion,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid Closing closing) {
    return motions.close(year, session, motion, closing, ifMatch);
  }

  /** Takes a motion back. */
  @POST
  @Path("/{motion}/withdrawal")
  @Idempotent
  @Operation(
      operationId = "withdrawMotion",
      summary = "Take a motion back before its vote is closed",
      description =
          "For example when too few members are left to vote; votes already cast stay on record.")
  @Refuses({
    "edition-not-found",
    "session-not-found",
    "motion-not-found",
    "not-your-dossier",
    "vote-closed",
    "wrong-phase"
  })
  public MotionView withdraw(
      @PathParam("year") int year,
      @PathParam("session") int session,
      @PathParam("motion") int motion,
      @HeaderParam("If-Match") String ifMatch) {
    return motions.withdraw(year, session, motion, ifMatch);
  }
}
