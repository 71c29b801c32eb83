package org.arobase.platform.tabular;

import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;

/** The dialects in which CSV is written. */
public final class Dialect {
  /** RFC 4180. */
  public static final String DEFAULT = "RFC4180";

  /** Semicolons and a byte order mark: the French Excel opens it with a double click. */
  public static final String EXCEL_FR = "EXCEL_FR";

  private Dialect() {}

  /**
   * Whether the dialect is the one for the French Excel.
   *
   * @throws Refusal 400 for an unknown dialect
   */
  public static boolean isFrench(String dialect) {
    if (!DEFAULT.equals(dialect) && !EXCEL_FR.equals(dialect)) {
      throw new Refusal(CommonProblem.INVALID_PARAMETER, "dialect");
    }
    return EXCEL_FR.equals(dialect);
  }
}
