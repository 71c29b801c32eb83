package org.arobase.testing;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How often long tests repeat themselves. {@code ./mvnw verify} tries every promise in few rounds;
 * {@code -Pexhaustive} runs all of them.
 */
public final class Rounds {
  private static final boolean ALL = Boolean.getBoolean("rounds.all");
  private static final int SHARE = 50;
  private static final int STRIDE = 10;

  private Rounds() {}

  /** All rounds with {@code -Pexhaustive}, one in fifty otherwise. */
  public static int of(int all) {
    return ALL ? all : Math.max(1, all / SHARE);
  }

  /** All rounds with {@code -Pexhaustive}, these few otherwise. */
  public static int of(int all, int few) {
    return ALL ? all : few;
  }

  /** All with {@code -Pexhaustive}, about this many from everywhere in the list otherwise. */
  public static <T> List<T> some(List<T> all, int few) {
    int stride = ALL ? 1 : Math.max(1, all.size() / few);
    return IntStream.range(0, all.size()).filter(i -> i % stride == 0).mapToObj(all::get).toList();
  }

  /** Whether the case of this number is tried: all with {@code -Pexhaustive}, every tenth else. */
  public static boolean takes(int number) {
    return ALL || number % STRIDE == 0;
  }
}
