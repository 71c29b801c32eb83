package org.arobase.deliberation.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.arobase.deliberation.review.Review.Stage;
import org.arobase.edition.Edition;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The jury's joint reviews of dossiers. */
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
      summary = "List the reviews and their stages: individual, consensus, panel",
      description =
          "Individual sheets come first, then a consensus of the dossier’s jurors on a statement,"
              + " then the whole panel, as in evaluations for Horizon Europe. The president can"
              + " decide after the panel or without it: a silent juror does not hold up a dossier.")
  @Refuses("edition-not-found")
  public Page<ReviewApi.View> list(
      @PathParam("year") int year,
      @QueryParam("stage") Stage stage,
      @BeanParam @Valid PageRequest page) {
    Edition.required(year);
    return Page.cut(reviews.all(year, stage), page, ReviewApi.View::dossier, view -> view);
  }

  /** One review. */
  @GET
  @Path("/{code}")
  @Operation(operationId = "getReview", summary = "Get the jury’s joint review of a dossier")
  @Refuses({"edition-not-found", "dossier-not-found"})
  public ReviewApi.View get(@PathParam("year") int year, @PathParam("code") String code) {
    return reviews.of(year, code);
  }

  /** Changes a review. */
  @PUT
  @Path("/{code}")
  @Operation(
      operationId = "changeReview",
      summary = "Write the statement on a dossier, and move it one stage forward or back",
      description = "After a change, the dossier’s jurors are asked for their opinion again.")
  @Refuses({"edition-not-found", "dossier-not-found", "wrong-phase", "stage-not-reached"})
  public ReviewApi.View change(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ReviewApi.Change change) {
    return reviews.change(year, code, change, ifMatch);
  }

  /** Adds the caller's voice on a statement. */
  @POST
  @Idempotent
  @ResponseStatus(201)
  @Path("/{code}/voices")
  @Operation(
      operationId = "voiceOnReview",
      summary = "Say whether I agree with the statement on one of my dossiers",
      description =
          "Only at CONSENSUS, on the version that I have read. My last voice counts; earlier ones"
              + " are kept.")
  @Refuses({
    "edition-not-found",
    "dossier-not-found",
    "wrong-phase",
    "stage-not-reached",
    "statement-changed"
  })
  public ReviewApi.View voice(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @NotNull @Valid ReviewApi.NewVoice voice) {
    return reviews.voice(year, code, voice);
  }
}
