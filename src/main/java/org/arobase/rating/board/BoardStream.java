package org.arobase.rating.board;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.access.AccessScope;
import org.arobase.edition.Edition;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Refuses;
import org.arobase.rating.explanation.RatingApi.BoardChange;
import org.arobase.rating.explanation.RatingApi.Summary;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * Streams the changes of the board. It reads the board every two seconds with the caller's present
 * rights, so that a recusal, a step back or a revoked role takes effect at once.
 */
@Path("/editions/{year}/ratings/stream")
@Tag(name = "Ratings", description = "The ratings that the marks give, and their explanations.")
public class BoardStream {
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** Quiet reads before an empty event: a proxy may close a connection silent for a minute. */
  private static final int QUIET_LOOKS = 10;

  private final Board board;
  private final AccessScope scope;
  private final JsonWebToken token;
  private final Clock clock;

  BoardStream(Board board, AccessScope scope, JsonWebToken token, Clock clock) {
    this.board = board;
    this.scope = scope;
    this.token = token;
    this.clock = clock;
  }

  /** Streams the board until the token expires. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "streamRatings",
      summary = "The board's changes, as server-sent events",
      description =
          "For the president. The first event has every row, each further event the rows that have"
              + " changed since. Without changes an empty event follows every twenty seconds. The"
              + " stream ends when the token expires, or when the caller may no longer read the"
              + " board; connect again.")
  @Refuses({"edition-not-found", "wrong-phase"})
  public Multi<BoardChange> stream(@PathParam("year") int year) {
    Viewer viewer = new Viewer(year);
    Duration left =
        Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
    return Multi.createFrom()
        .ticks()
        .every(EVERY)
        .onOverflow()
        .drop()
        .select()
        .first(left)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .onItem()
        .transformToMultiAndConcatenate(tick -> Multi.createFrom().items(viewer.look().stream()))
        .onFailure(Refusal.class)
        .recoverWithCompletion();
  }

  /** The rows that one caller was last sent. */
  private final class Viewer {
    private final int year;
    private Map<String, Summary> seen;
    private int quiet;

    Viewer(int year) {
      this.year = year;
    }

    List<BoardChange> look() {
      List<Summary> now =
          Transactions.inNew(
              () -> {
                scope.requirePhase(year, Edition.required(year).phase);
                return board.of(year, scope::sees);
              });
      List<BoardChange> told = seen == null ? List.of(new BoardChange(now, List.of())) : since(now);
      seen = new HashMap<>();
      now.forEach(row -> seen.put(row.dossier(), row));
      return told;
    }

    private List<BoardChange> since(List<Summary> now) {
      List<Summary> changed =
          now.stream().filter(row -> !row.equals(seen.get(row.dossier()))).toList();
      Set<String> gone = new HashSet<>(seen.keySet());
      now.forEach(row -> gone.remove(row.dossier()));
      boolean says = !changed.isEmpty() || !gone.isEmpty() || ++quiet >= QUIET_LOOKS;
      quiet = says ? 0 : quiet;
      List<String> sorted = new ArrayList<>(gone);
      sorted.sort(null);
      return says ? List.of(new BoardChange(changed, sorted)) : List.of();
    }
  }
}
