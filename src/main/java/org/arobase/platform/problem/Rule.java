package org.arobase.platform.problem;

import java.util.Locale;

/**
 * A rule that a body can break, or that can block a step: each violation names one. Each feature
 * has an enum of its own. The texts stand with the feature under {@code violation.<code>}.
 */
public interface Rule {
  /** The name of the enum constant. */
  String name();

  /** The name in kebab case, for example {@code off-scale}. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
