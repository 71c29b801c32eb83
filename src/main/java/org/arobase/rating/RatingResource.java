package org.arobase.rating;

import static org.arobase.identity.Roles.PRESIDENT;
import static org.arobase.identity.Roles.SECRETARIAT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.arobase.edition.Edition;
import org.arobase.edition.Phase;
import org.arobase.identity.Caller;
import org.arobase.platform.contract.Refuses;
import org.arobase.platform.http.Page;
import org.arobase.platform.http.Page.Limit;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.language.Messages;
import org.arobase.platform.problem.Problem;
import org.arobase.rating.RatingApi.Explanation;
import org.arobase.rating.RatingApi.Summary;
import org.arobase.scoring.Flag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The board of an edition, and each rating explained. */
@Path("/editions/{year}/ratings")
@RolesAllowed({PRESIDENT, SECRETARIAT})
@Tag(name = "Ratings", description = "What the marks give, and why.")
public class RatingResource {
  private static final Phase[] JUDGING = {
    Phase.EVALUATION, Phase.DELIBERATION, Phase.FINALISED, Phase.PUBLISHED
  };
  private static final Phase[] FINAL = {Phase.FINALISED, Phase.PUBLISHED};

  private final Board board;
  private final RatingService ratings;
  private final Caller caller;
  private final CallerLanguage language;

  RatingResource(Board board, RatingService ratings, Caller caller, CallerLanguage language) {
    this.board = board;
    this.ratings = ratings;
    this.caller = caller;
    this.language = language;
  }

  /** The board. */
  @GET
  @Operation(
      operationId = "listRatings",
      summary = "The board: every dossier with its computed rating, by code",
      description = "For the secretariat only once the edition is FINALISED.")
  @Refuses({Problem.EDITION_NOT_FOUND, Problem.WRONG_PHASE})
  public Page<Summary> list(
      @PathParam("year") int year,
      @QueryParam("level") Integer level,
      @QueryParam("flag") Flag flag,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) String limit,
      @QueryParam("cursor") String cursor) {
    requireOpenToCaller(year);
    List<Summary> shown =
        board.of(year).stream()
            .filter(row -> level == null || level.equals(row.level()))
            .filter(row -> flag == null || row.flags().contains(flag))
            .toList();
    return Page.cut(shown, Limit.of(limit, cursor), Summary::dossier, row -> row);
  }

  /** The explanation of one rating. */
  @GET
  @Path("/{code}")
  @Operation(
      operationId = "explainRating",
      summary = "Explain a rating: every contribution, gates, what the next level lacks",
      description = "For the secretariat only once the edition is FINALISED.")
  @Refuses({Problem.EDITION_NOT_FOUND, Problem.DOSSIER_NOT_FOUND, Problem.WRONG_PHASE})
  public Explanation explain(@PathParam("year") int year, @PathParam("code") String code) {
    Edition edition = requireOpenToCaller(year);
    Messages messages = Messages.in(language.locale());
    return new Explanations(edition, messages).explain(ratings.one(year, code));
  }

  private Edition requireOpenToCaller(int year) {
    return Edition.required(year).in(caller.is(PRESIDENT) ? JUDGING : FINAL);
  }
}
