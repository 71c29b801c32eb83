package org.arobase.sample;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large the demonstration edition is; read at the first start only. */
@ConfigMapping(prefix = "arobase.sample")
public interface SampleSettings {
  /** Dossiers in all, Chanteloup-les-Vignes among them; 0: no edition at all. */
  int dossiers();

  /**
   * Initiatives of each synthetic dossier; 0: as in the published figures, median 24, up to 197.
   */
  @WithDefault("0")
  int initiatives();

  /** What the generator's random numbers begin with: same seed, same edition. */
  @WithDefault("2020")
  long seed();

  /** How many jurors: one for four dossiers, 6 to 20. */
  default int jurors() {
    return Math.max(6, Math.min(20, dossiers() / 4));
  }
}
