package org.arobase.platform.http;

import io.quarkus.logging.Log;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;

/** A body that is being received on the event loop. Not for several threads. */
class IncomingBody {
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final long BYTES_PER_SECOND = 4096;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final long LOOK_EVERY_MILLIS = 1000;

  /** Bodies up to this length are not counted in memory: the number of bodies bounds them. */
  private static final long SHORT = 1 << 16;

  private final RoutingContext context;
  private final HttpServerRequest request;
  private final long limit;
  private final BodiesInFlight inFlight;
  private final EarlyRefusal refusals;
  private final String address;
  private final long begun = System.nanoTime();
  private final Buffer body = Buffer.buffer();
  private long timer;
  private boolean ended;

  IncomingBody(RoutingContext context, long limit, BodiesInFlight inFlight, EarlyRefusal refusals) {
    this.context = context;
    this.request = context.request();
    this.limit = limit;
    this.inFlight = inFlight;
    this.refusals = refusals;
    this.address = ClientNetwork.of(request.remoteAddress());
  }

  /**
   * Whether a body comes too slowly: after ten seconds, below 4 KiB/s on average; or for more than
   * five minutes in all.
   *
   * @param elapsed since its request began
   * @param received bytes, so far
   */
  static boolean isTooSlow(Duration elapsed, long received) {
    Duration allowed = GRACE.plusMillis(received * 1000 / BYTES_PER_SECOND);
    return elapsed.compareTo(allowed) > 0 || elapsed.compareTo(LONGEST) > 0;
  }

  /** Passes the request on when its body is complete, or refuses it. */
  void receive() {
    if (!inFlight.begin(address)) {
      refusals.send(context, new Refusal(CommonProblem.TOO_MANY_BODIES, GRACE.toSeconds()));
      return;
    }
    timer = context.vertx().setPeriodic(LOOK_EVERY_MILLIS, id -> refuseIfSlow());
    context.addEndHandler(answered -> inFlight.release(address, counted()));
    request.exceptionHandler(this::abort);
    request.endHandler(complete -> passOn());
    request.handler(this::add);
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      context.response().writeContinue();
    }
  }

  private void add(Buffer part) {
    if (ended) {
      return;
    }
    long before = counted();
    body.appendBuffer(part);
    if (!inFlight.hold(address, counted() - before)) {
      refuse(new Refusal(CommonProblem.UNAVAILABLE));
    } else if (body.length() > limit) {
      refuse(new Refusal(CommonProblem.BODY_TOO_LARGE, limit));
    }
  }

  private long counted() {
    return Math.max(0, body.length() - SHORT);
  }

  private void refuseIfSlow() {
    if (isTooSlow(Duration.ofNanos(System.nanoTime() - begun), body.length())) {
      refuse(new Refusal(CommonProblem.BODY_TOO_SLOW));
    }
  }

  private void refuse(Refusal refusal) {
    if (end()) {
      refusals.send(context, refusal);
    }
  }

  private void passOn() {
    if (end()) {
      ((RoutingContextInternal) context).setBody(body);
      context.next();
    }
  }

  private void abort(Throwable cause) {
    if (end()) {
      Log.debug("A client went away before its body was complete", cause);
      request.connection().close();
    }
  }

  /** Whether it had not ended before. */
  private boolean end() {
    boolean first = !ended;
    if (first) {
      ended = true;
      context.vertx().cancelTimer(timer);
      inFlight.end(address);
    }
    return first;
  }
}
