package org.arobase.audit.sealing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The event number below which every event is sealed, so that a run does not look at the whole
 * record. Numbers are assigned before commit, and a transaction ends within a minute: a number that
 * was passed over longer ago will never appear.
 */
final class LowWaterMark {
  /** Five times the longest transaction. */
  private static final Duration SAFE = Duration.ofMinutes(5);

  /** After a start, the most numbers that uncommitted transactions can hold at once. */
  static final long MOST_UNDER_WAY = 100_000;

  private record Seen(long newest, long at) {}

  private final Deque<Seen> seen = new ArrayDeque<>();
  private long mark = Long.MIN_VALUE;

  /**
   * The number after which to look for events. A run relies on what was old enough at the run
   * before: after a pause of all, nobody has looked yet for what was under way when it began.
   *
   * @param newest the highest number that is sealed now
   * @param now in nanoseconds, from any origin
   */
  long from(long newest, long now) {
    long from = Math.max(mark, newest - MOST_UNDER_WAY);
    seen.addLast(new Seen(newest, now));
    while (now - seen.getFirst().at() > SAFE.toNanos()) {
      mark = seen.removeFirst().newest();
    }
    return from;
  }
}
