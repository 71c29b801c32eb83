package org.arobase.sample;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The size of the demonstration edition. Only the first start reads it. */
@ConfigMapping(prefix = "arobase.sample")
public interface SampleSettings {
  /** Number of dossiers, Chanteloup-les-Vignes included; 0: no edition. */
  int dossiers();

  /**
   * Initiatives of each synthetic dossier; 0: drawn at random around the published median of 24,
   * from 3 to 197.
   */
  @WithDefault("0")
  int initiatives();

  /** Seed of the random numbers: the same seed gives the same edition. */
  @WithDefault("2020")
  long seed();

  /** Number of jurors: one for every four dossiers, at least 6 and at most 20. */
  default int jurors() {
    return Math.max(6, Math.min(20, dossiers() / 4));
  }
}
