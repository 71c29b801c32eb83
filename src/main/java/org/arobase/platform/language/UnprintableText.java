package org.arobase.platform.language;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;

/** A text of a body with a character that no text may contain. */
public final class UnprintableText extends InvalidFormatException {
  private static final long serialVersionUID = 1L;

  /** The text that the parser has just read. */
  public UnprintableText(JsonParser parser, String text) {
    super(parser, "control character", text, String.class);
  }
}
