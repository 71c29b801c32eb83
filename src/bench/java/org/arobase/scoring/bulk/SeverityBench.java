package org.arobase.scoring.bulk;

import java.util.concurrent.TimeUnit;
import org.arobase.scoring.severity.Scores;
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

/** REML on 35,000 dossiers × 2,340 jurors, three a dossier. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class SeverityBench {
  private Scores scores;

  @Setup
  public void make() {
    scores = BulkRatings.rate(NationalMarks.of(SeverityModel.NONE)).scores();
  }

  @Benchmark
  public Object reml() {
    return SeverityModel.REML.fit(scores);
  }
}
