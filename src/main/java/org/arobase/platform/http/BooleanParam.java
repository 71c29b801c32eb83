package org.arobase.platform.http;

import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;

/** A query parameter that is true or false; anything else is refused, never taken for false. */
public final class BooleanParam {
  private BooleanParam() {}

  /**
   * The value of a parameter.
   *
   * @throws Refusal 400 for anything but {@code true} and {@code false}
   */
  public static boolean of(String name, String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Refusal(CommonProblem.INVALID_PARAMETER, name);
    };
  }
}
