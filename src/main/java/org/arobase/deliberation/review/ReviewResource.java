package org.arobase.deliberation.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.arobase.deliberation.review.Review.Stage;
import org.arobase.edition.Edition;
import org.arobase.platform.http.Page;
import org.arobase.platform.http.Page.Limit;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What the jury says of dossiers together. */
@Path("/editions/{year}/reviews")
@Tag(name = "Deliberation", description = "What the president decides.")
public class ReviewResource {
  private final ReviewService reviews;

  ReviewResource(ReviewService reviews) {
    this.reviews = reviews;
  }

  /** All reviews. */
  @GET
  @Operation(
      operationId = "listReviews",
      summary = "Where each dossier is: individual, consensus, panel",
      description =
          "Individual sheets, then the consensus of the dossier’s jurors on a statement, then the"
              + " whole panel, as the experts of Horizon Europe do. The president decides after it, or"
              + " without it: nobody’s silence holds up a dossier.")
  @Refuses(Problem.EDITION_NOT_FOUND)
  public Page<ReviewApi.View> list(
      @PathParam("year") int year,
      @QueryParam("stage") Stage stage,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) String limit,
      @QueryParam("cursor") String cursor) {
    Edition.required(year);
    return Page.cut(
        reviews.all(year, stage), Limit.of(limit, cursor), ReviewApi.View::dossier, view -> view);
  }

  /** One review. */
  @GET
  @Path("/{code}")
  @Operation(operationId = "getReview", summary = "What the jury says of a dossier together")
  @Refuses({Problem.EDITION_NOT_FOUND, Problem.DOSSIER_NOT_FOUND})
  public ReviewApi.View get(@PathParam("year") int year, @PathParam("code") String code) {
    return reviews.of(year, code);
  }

  /** Changes a review. */
  @PUT
  @Path("/{code}")
  @Operation(
      operationId = "changeReview",
      summary = "Write the statement on a dossier, and lead it to the next stage or back",
      description = "Its jurors are asked again for what they think of a changed statement.")
  @Refuses({
    Problem.EDITION_NOT_FOUND,
    Problem.DOSSIER_NOT_FOUND,
    Problem.WRONG_PHASE,
    Problem.STAGE_NOT_REACHED
  })
  public ReviewApi.View change(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ReviewApi.Change change) {
    return reviews.change(year, code, change, ifMatch);
  }

  /** A juror's voice. */
  @POST
  @Idempotent
  @ResponseStatus(201)
  @Path("/{code}/voices")
  @Operation(
      operationId = "voiceOnReview",
      summary = "Say whether I agree to the statement on a dossier of mine",
      description =
          "At CONSENSUS, on the version that I have read. My last word counts; what was said is kept.")
  @Refuses({
    Problem.EDITION_NOT_FOUND,
    Problem.DOSSIER_NOT_FOUND,
    Problem.WRONG_PHASE,
    Problem.STAGE_NOT_REACHED,
    Problem.STATEMENT_CHANGED
  })
  public ReviewApi.View voice(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @NotNull @Valid ReviewApi.NewVoice voice) {
    return reviews.voice(year, code, voice);
  }
}
