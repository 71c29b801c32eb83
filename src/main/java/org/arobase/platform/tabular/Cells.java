package org.arobase.platform.tabular;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What cells hold, as text. */
public final class Cells {
  /** Control characters that XML cannot hold, and what looks like one that was written so. */
  private static final Pattern NOT_IN_XML =
      Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-F]{4}_)");

  private static final Pattern WRITTEN = Pattern.compile("_x([0-9A-F]{4})_");

  private Cells() {}

  /** The text of a cell; a list's parts have a space between. */
  static String text(Object cell) {
    return cell instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
        : cell.toString();
  }

  /** What a workbook can hold, as Excel itself writes what it cannot: {@code _x000D_}. */
  static String forXml(String text) {
    return NOT_IN_XML
        .matcher(text)
        .replaceAll(match -> String.format("_x%04X_", (int) match.group().charAt(0)));
  }

  /** The text that {@link #forXml} was given. */
  public static String fromXml(String text) {
    return WRITTEN
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))));
  }
}
