package org.arobase.platform.http;

import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A query parameter that has to be there. */
public final class Required {
  private Required() {}

  /**
   * The value of a parameter.
   *
   * @throws Refusal 400 when it is not there
   */
  public static <T> T parameter(String name, @Nullable T value) {
    if (value == null) {
      throw new Refusal(Problem.INVALID_PARAMETER, name);
    }
    return value;
  }
}
