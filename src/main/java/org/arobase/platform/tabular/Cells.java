package org.arobase.platform.tabular;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Converts the values of cells to text and back. */
public final class Cells {
  /** Characters that XML cannot hold, and texts that look like an escaped one. */
  private static final Pattern NOT_IN_XML =
      Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-F]{4}_)");

  private static final Pattern WRITTEN = Pattern.compile("_x([0-9A-F]{4})_");

  private Cells() {}

  /** The text of a cell; a list's elements are separated by spaces. */
  public static String text(Object cell) {
    return cell instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
        : cell.toString();
  }

  /** Escapes characters that a workbook cannot hold, as Excel does: {@code _x000D_}. */
  static String forXml(String text) {
    return NOT_IN_XML
        .matcher(text)
        .replaceAll(match -> String.format("_x%04X_", (int) match.group().charAt(0)));
  }

  /** Reverses {@link #forXml}. */
  public static String fromXml(String text) {
    return WRITTEN
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))));
  }
}
