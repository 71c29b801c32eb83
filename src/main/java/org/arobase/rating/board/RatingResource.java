package org.arobase.rating.board;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.arobase.access.AccessScope;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.paging.KeptAnswer;
import org.arobase.platform.paging.KeptAnswers;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Refuses;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.BookWriter;
import org.arobase.rating.RatingVersions.State;
import org.arobase.rating.board.Board.Rows;
import org.arobase.rating.explanation.KeptExplanations;
import org.arobase.rating.explanation.RatingApi.Explanation;
import org.arobase.rating.explanation.RatingApi.Summary;
import org.arobase.scoring.Flag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The board of an edition, and the explanation of each rating. */
@Path("/editions/{year}/ratings")
@Tag(name = "Ratings", description = "The ratings that the marks give, and their explanations.")
public class RatingResource {
  private static final int DIGITS = 10;

  private final Board board;
  private final KeptExplanations explanations;
  private final AccessScope scope;
  private final CallerLanguage language;
  private final KeptAnswers<Query> pages;

  RatingResource(
      Board board,
      KeptExplanations explanations,
      AccessScope scope,
      CallerLanguage language,
      ObjectMapper json) {
    this.board = board;
    this.pages = new KeptAnswers<>(json);
    this.explanations = explanations;
    this.scope = scope;
    this.language = language;
  }

  /** Everything that a page of the board depends on. */
  private record Query(
      State state,
      @Nullable Integer level,
      @Nullable Flag flag,
      Sort sort,
      int size,
      String after) {}

  /** The order of the board's rows. */
  enum Sort {
    /** By code. */
    DOSSIER("", Summary::dossier),
    /** By the expected gain from one more juror, largest first. */
    GAIN("gain ", row -> descending(row.gainOfOneMore(), row)),
    /** By the score, highest first; dossiers without score are last. */
    SCORE("score ", row -> descending(row.score(), row));

    private static final String NO_VALUE = "~";

    private final String prefix;
    private final Function<Summary, String> key;

    /**
     * @param prefix of each key, up to its first space, so that a cursor tells its order
     */
    Sort(String prefix, Function<Summary, String> key) {
      this.prefix = prefix;
      this.key = row -> prefix + key.apply(row);
    }

    /** A text by which larger values of 0 to 1 come first. */
    private static String descending(@Nullable BigDecimal value, Summary row) {
      String rest =
          value == null
              ? NO_VALUE
              : BigDecimal.ONE
                  .subtract(value)
                  .setScale(DIGITS, RoundingMode.HALF_UP)
                  .toPlainString();
      return rest + " " + row.dossier();
    }

    /** Whether the cursor, if there is one, comes from a page in this order. */
    boolean isContinued(PageRequest page) {
      String after = page.after();
      return after.isEmpty() || after.substring(0, after.indexOf(' ') + 1).equals(prefix);
    }

    List<Summary> of(List<Summary> rows) {
      return rows.stream().sorted(Comparator.comparing(key)).toList();
    }
  }

  /** Lists the board. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listRatings",
      summary = "List the board: every dossier with its computed rating",
      description =
          "For jurors from DELIBERATION on, for the secretariat from FINALISED on. A dossier that"
              + " the caller is recused from appears in no row, count or filter, and the jurors'"
              + " severities are estimated without it.")
  @Refuses({"edition-not-found", "wrong-phase"})
  @KeptAnswer
  public RestResponse<Page<Summary>> list(
      @PathParam("year") int year,
      @QueryParam("level") Integer level,
      @QueryParam("flag") Flag flag,
      @QueryParam("sort") @DefaultValue("DOSSIER") Sort sort,
      @BeanParam @Valid PageRequest page) {
    if (!sort.isContinued(page)) {
      throw new Refusal(CommonProblem.INVALID_PARAMETER, "cursor");
    }
    Rows rows = board.of(year, scope.limits());
    return pages.of(
        new Query(rows.state(), level, flag, sort, page.size(), page.after()),
        () -> Page.cut(sort.of(shown(rows, level, flag)), page, sort.key, row -> row));
  }

  /** Exports the whole board as a table. */
  @GET
  @Produces({BookWriter.CSV, BookWriter.XLSX})
  @Operation(operationId = "listRatings", hidden = true)
  public Book table(
      @PathParam("year") int year,
      @QueryParam("level") Integer level,
      @QueryParam("flag") Flag flag,
      @QueryParam("sort") @DefaultValue("DOSSIER") Sort sort) {
    return BoardTable.of(year, sort.of(shown(board.of(year, scope.limits()), level, flag)));
  }

  private static List<Summary> shown(Rows rows, @Nullable Integer level, @Nullable Flag flag) {
    return rows.all().stream()
        .filter(row -> level == null || level.equals(row.level()))
        .filter(row -> flag == null || row.flags().contains(flag))
        .toList();
  }

  /** Explains one rating. */
  @GET
  @Path("/{code}")
  @Operation(
      operationId = "explainRating",
      summary = "Explain a rating: contributions, gates, and what is missing for the next level",
      description = "For jurors from DELIBERATION on, for the secretariat from FINALISED on.")
  @Refuses({"edition-not-found", "dossier-not-found", "wrong-phase"})
  @KeptAnswer
  public RestResponse<Explanation> explain(
      @PathParam("year") int year, @PathParam("code") String code) {
    return explanations.of(year, code, scope.limits(), language.locale());
  }
}
