package org.arobase.platform.tabular;

/** The dialects in which CSV is written. */
public enum Dialect {
  /** Commas. */
  RFC4180,
  /** Semicolons and a byte order mark: the French Excel opens it with a double click. */
  EXCEL_FR
}
