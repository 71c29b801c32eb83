package org.arobase.platform.tabular;

import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;

/** How CSV is written. */
public final class Dialect {
  /** RFC 4180. */
  public static final String DEFAULT = "RFC4180";

  /** With semicolons and a mark that says UTF-8: the French Excel opens it by a double click. */
  public static final String EXCEL_FR = "EXCEL_FR";

  private Dialect() {}

  /** Whether it is the one for the French Excel; 400 for one that there is not. */
  public static boolean isFrench(String dialect) {
    if (!DEFAULT.equals(dialect) && !EXCEL_FR.equals(dialect)) {
      throw new Refusal(Problem.INVALID_PARAMETER, "dialect");
    }
    return EXCEL_FR.equals(dialect);
  }
}
