package org.arobase.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Receives every body as a whole before a thread works on the request, so that slow clients keep no
 * thread. Refuses a body that is too long, as soon as it is announced or seen to be.
 */
@ApplicationScoped
public class RequestBodies {
  /** The end of paths that accept files, which may be longer than other bodies. */
  private static final String IMPORT = "/import";

  private static final int BEFORE_ALL_OTHERS = 10_000;

  /** Quarkus authenticates at 200: only those who are known may send files. */
  private static final int AFTER_AUTHENTICATION = 50;

  private final EarlyRefusal refusals;
  private final BodiesInFlight inFlight;
  private final long limit;
  private final long importLimit;

  /**
   * @param limit the most bytes of a body; must be below Quarkus's own limit, whose 413 is empty
   * @param importLimit the most bytes of a file
   */
  RequestBodies(
      EarlyRefusal refusals,
      BodiesInFlight inFlight,
      @ConfigProperty(name = "arobase.http.body-limit") MemorySize limit,
      @ConfigProperty(name = "arobase.http.import-limit") MemorySize importLimit) {
    this.refusals = refusals;
    this.inFlight = inFlight;
    this.limit = limit.asLongValue();
    this.importLimit = importLimit.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuseUnreadable, BEFORE_ALL_OTHERS);
    filters.register(this::receive, AFTER_AUTHENTICATION);
  }

  private void refuseUnreadable(RoutingContext context) {
    long most = isForFiles(context) ? importLimit : limit;
    if (announced(context.request()) > most) {
      refusals.send(context, new Refusal(CommonProblem.BODY_TOO_LARGE, most));
    } else if (!isMediaType(context.request().getHeader("Content-Type"))) {
      refusals.send(context, new Refusal(CommonProblem.UNSUPPORTED_MEDIA_TYPE));
    } else {
      context.next();
    }
  }

  /** The REST layer reads the header while it looks for the operation, and would fail there. */
  private static boolean isMediaType(@Nullable String header) {
    try {
      return header == null || (!header.isBlank() && MediaType.valueOf(header) != null);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void receive(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean isChunked = request.getHeader("Transfer-Encoding") != null;
    if (announced(request) == 0 && !isChunked) {
      context.next();
      return;
    }
    boolean isFile = isForFiles(context) && isKnown(context);
    new IncomingBody(context, isFile ? importLimit : limit, inFlight, refusals).receive();
  }

  private static boolean isForFiles(RoutingContext context) {
    return context.request().path().endsWith(IMPORT);
  }

  private static boolean isKnown(RoutingContext context) {
    return context.user() instanceof QuarkusHttpUser user
        && !user.getSecurityIdentity().isAnonymous();
  }

  private static long announced(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
