package org.arobase.platform.http;

import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A mandatory query parameter. */
public final class Required {
  private Required() {}

  /**
   * The value of a parameter.
   *
   * @throws Refusal 400 when it is missing
   */
  public static <T> T parameter(String name, @Nullable T value) {
    if (value == null) {
      throw new Refusal(CommonProblem.INVALID_PARAMETER, name);
    }
    return value;
  }
}
