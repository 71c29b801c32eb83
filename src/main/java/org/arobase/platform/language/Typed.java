package org.arobase.platform.language;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Normalises texts that people type to the form in which they are stored. */
public final class Typed {
  /** Matches texts without control characters, which table formats cannot store. */
  public static final String PRINTABLE = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]*";

  /** Matches texts of one line: names, titles, places. They can stand in the subject of a mail. */
  public static final String LINE = "[^\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029\\uFFFE\\uFFFF]*";

  /**
   * Matches an id that stands in addresses: letters, digits, {@code -}, {@code _}, and dots inside.
   * Clients resolve {@code .} and {@code ..} in an address, and {@code me} is the caller.
   */
  public static final String ID = "^(?!me$)[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*$";

  /** Matches an address on the web. */
  public static final String LINK = "(https?://[^\\s/?#@:]+(:[0-9]{1,5})?([/?#]\\S*)?)?";

  /** A space of any kind, as a class of a regular expression; also a byte order mark. */
  public static final String SPACE = "[\\s\\p{Z}\\x{FEFF}\\x{200B}]";

  private static final Pattern SPACES = Pattern.compile(SPACE + "+");
  private static final Pattern IS_PRINTABLE = Pattern.compile(PRINTABLE);

  private Typed() {}

  /** Whether a text has no control characters other than tabs and line breaks. */
  public static boolean isPrintable(String text) {
    return IS_PRINTABLE.matcher(text).matches();
  }

  /** The text with Unix line endings, whatever the browser sent. */
  public static @Nullable String lines(@Nullable String text) {
    return text == null ? null : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The text, or null when it is blank. */
  public static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** The text without leading and trailing spaces, no-break and narrow ones included. */
  public static @Nullable String stripped(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF || c == 0x200B;
  }

  /** The text without any spaces, for example a number with spaces between its thousands. */
  public static String withoutSpaces(String text) {
    return SPACES.matcher(text).replaceAll("");
  }
}
