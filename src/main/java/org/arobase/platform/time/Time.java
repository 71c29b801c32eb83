package org.arobase.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one clock of the house: UTC, in the microseconds that the database keeps. */
class Time {
  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), MICROSECOND);
  }
}
