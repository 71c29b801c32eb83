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

  /**
   * The number after which to look for events.
   *
   * @param newest the highest number that is sealed now
   * @param now in nanoseconds, from any origin
   */
  long from(long newest, long now) {
    seen.addLast(new Seen(newest, now));
    // the first entry is the youngest of those that are old enough
    while (seen.size() > 1 && isSafe(secondOf(seen), now)) {
      seen.removeFirst();
    }
    Seen first = seen.getFirst();
    long floor = newest - MOST_UNDER_WAY;
    return isSafe(first, now) ? Math.max(first.newest(), floor) : floor;
  }

  private static Seen secondOf(Deque<Seen> entries) {
    return entries.stream().skip(1).findFirst().orElseThrow();
  }

  private static boolean isSafe(Seen entry, long now) {
    return now - entry.at() > SAFE.toNanos();
  }
}
