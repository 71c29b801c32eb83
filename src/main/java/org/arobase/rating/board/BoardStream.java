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
import java.util.concurrent.Semaphore;
import org.arobase.access.AccessScope;
import org.arobase.edition.Edition;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Refuses;
import org.arobase.rating.RatingVersions;
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
  /** How often a viewer learns of what this server has done. */
  private static final Duration EVERY = Duration.ofMillis(200);

  /** How often a viewer looks into the database for what other servers have done. */
  private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(2);

  /** The time until an empty event: a proxy may close a connection silent for a minute. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);

  /** How many viewers look at once: each takes a connection to the database for a moment. */
  private static final int LOOKS_AT_ONCE = 4;

  private final Semaphore looks = new Semaphore(LOOKS_AT_ONCE);
  private final Board board;
  private final AccessScope scope;
  private final JsonWebToken token;
  private final Clock clock;
  private final RatingVersions versions;

  BoardStream(
      Board board, AccessScope scope, JsonWebToken token, Clock clock, RatingVersions versions) {
    this.board = board;
    this.versions = versions;
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
    private long acts = -1;
    private Instant looked = Instant.EPOCH;
    private Instant told = Instant.EPOCH;

    Viewer(int year) {
      this.year = year;
    }

    List<BoardChange> look() {
      Instant now = clock.instant();
      long committed = versions.committedHere();
      if (committed == acts && now.isBefore(looked.plus(AT_LEAST_EVERY))) {
        return List.of();
      }
      if (!looks.tryAcquire()) {
        // the next tick tries again
        return List.of();
      }
      try {
        acts = committed;
        looked = now;
        List<BoardChange> changes = changes(now);
        told = changes.isEmpty() ? told : now;
        return changes;
      } finally {
        looks.release();
      }
    }

    private List<BoardChange> changes(Instant at) {
      List<Summary> now =
          Transactions.inNew(
              () -> {
                scope.requirePhase(year, Edition.required(year).phase);
                return board.of(year, scope.limits()).all();
              });
      List<BoardChange> changes =
          seen == null ? List.of(new BoardChange(now, List.of())) : since(now, at);
      seen = new HashMap<>();
      now.forEach(row -> seen.put(row.dossier(), row));
      return changes;
    }

    private List<BoardChange> since(List<Summary> now, Instant at) {
      List<Summary> changed =
          now.stream().filter(row -> !row.equals(seen.get(row.dossier()))).toList();
      Set<String> gone = new HashSet<>(seen.keySet());
      now.forEach(row -> gone.remove(row.dossier()));
      boolean silent = !at.isBefore(told.plus(LONGEST_SILENCE));
      boolean says = !changed.isEmpty() || !gone.isEmpty() || silent;
      List<String> sorted = new ArrayList<>(gone);
      sorted.sort(null);
      return says ? List.of(new BoardChange(changed, sorted)) : List.of();
    }
  }
}
