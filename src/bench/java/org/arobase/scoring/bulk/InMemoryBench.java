package org.arobase.scoring.bulk;

import java.util.concurrent.TimeUnit;
import org.arobase.scoring.severity.SeverityModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 31.5 million marks in memory to ratings, against a plain sum over the same array. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class InMemoryBench {
  private Marks marks;

  @Setup
  public void make() {
    marks = NationalMarks.of(SeverityModel.NONE);
  }

  @Benchmark
  public long yardstick() {
    long sum = 0;
    for (char code : marks.codes()) {
      sum += code;
    }
    return sum;
  }

  @Benchmark
  public Object ratings() {
    return BulkRatings.rate(marks);
  }
}
