package org.arobase.platform.language;

import org.jspecify.annotations.Nullable;

/** Texts as people type them, brought to the one form in which they are kept. */
public final class Typed {
  /** What a text cannot hold: control characters that no table can carry. */
  public static final String PRINTABLE = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]*";

  private Typed() {}

  /** With the line ends of Unix, whatever a browser sends. */
  public static @Nullable String lines(@Nullable String text) {
    return text == null ? null : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Nothing for a text that says nothing. */
  public static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** Without spaces around it. */
  public static @Nullable String stripped(@Nullable String text) {
    return text == null ? null : text.strip();
  }
}
