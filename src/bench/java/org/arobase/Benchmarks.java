package org.arobase;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks that match the argument, and puts each that has a yardstick in its class (a
 * method of the name {@code yardstick}) in relation to it. Machines are shared and noisy: only a
 * ratio of one run says something.
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
