package org.arobase.platform.language;

import org.jspecify.annotations.Nullable;

/** Normalises texts that people type to the form in which they are stored. */
public final class Typed {
  /** Matches texts without control characters, which table formats cannot store. */
  public static final String PRINTABLE = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]*";

  private Typed() {}

  /** The text with Unix line endings, whatever the browser sent. */
  public static @Nullable String lines(@Nullable String text) {
    return text == null ? null : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The text, or null when it is blank. */
  public static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** The text without leading and trailing spaces. */
  public static @Nullable String stripped(@Nullable String text) {
    return text == null ? null : text.strip();
  }
}
