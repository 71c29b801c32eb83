package org.arobase.scoring.panel;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** Huber's Proposal 2, which only published cases need; no policy offers it. */
public final class HuberProposal2 {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private HuberProposal2() {}

  /** Estimates location and scale together. */
  public static Location.Estimate of(double[] sample, double k) {
    double theta = 2 * NORMAL.cumulativeProbability(k) - 1;
    double beta = theta + k * k * (1 - theta) - 2 * k * NORMAL.density(k);
    double location = Location.median(sample);
    double scale = Location.mad(sample);
    for (int step = 0; step < Location.MOST_STEPS && scale > 0; step++) {
      double[] clipped = Location.clipped(sample, location, k * scale);
      double next = Location.mean(clipped);
      double squares = Arrays.stream(clipped).map(x -> (x - next) * (x - next)).sum();
      double nextScale = Math.sqrt(squares / (sample.length - 1) / beta);
      boolean settled =
          Math.abs(next - location) <= Location.PRECISION * scale
              && Math.abs(nextScale - scale) <= Location.PRECISION * scale;
      location = next;
      scale = nextScale;
      if (settled) {
        break;
      }
    }
    return new Location.Estimate(location, scale);
  }
}
