package org.arobase;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks that match the argument, and compares each with the yardstick of its class
 * (the method yardstick). Machines are noisy: only a ratio within one run has a meaning. Measured
 * on two cores for 31.5 million marks, in 4 GiB: marks in memory 0.042 s (4.6 times a plain sum
 * over the same array, 0.009 s); jurors' scores by REML 3.4 s; from MariaDB, REML included, 8.0 s
 * (2.8 times a bare JDBC scan of the same sheets, 2.9 s). 250 dossiers with 12,000 initiatives (20
 * MB of CSV, 160 MB of heap): in 2.1 s, out 0.5 s, against 0.1 s for a bare JDBC batch of as many
 * rows.
 */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] arguments) throws RunnerException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(arguments[0]).build()).run();
    Map<String, Double> times = new TreeMap<>();
    results.forEach(r -> times.put(r.getParams().getBenchmark(), r.getPrimaryResult().getScore()));
    times.forEach(
        (name, time) -> {
          Double yardstick = times.get(name.replaceAll("[^.]*$", "yardstick"));
          String ratio = yardstick == null ? "" : String.format(", ratio %.2f", time / yardstick);
          System.out.printf("%s: %.3f s%s%n", name.replaceAll("^org.arobase.", ""), time, ratio);
        });
  }
}
