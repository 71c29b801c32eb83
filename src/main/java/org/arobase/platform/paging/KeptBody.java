package org.arobase.platform.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.arobase.platform.canonical.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer that was written before: it is sent as it is, or not at all to whoever has
 * it.
 *
 * @param content a text or bytes
 * @param size characters of the text, or bytes
 * @param tag hash of the content
 * @param nextCursor where the next part of a list begins; null: there is none
 */
public record KeptBody(Object content, int size, String tag, @Nullable String nextCursor) {

  /** Writes an answer as JSON, once. */
  public static KeptBody of(Object answer, ObjectMapper mapper) {
    try {
      String json = mapper.writeValueAsString(answer);
      String next = answer instanceof Page<?> page ? page.nextCursor() : null;
      return new KeptBody(json, json.length(), Canonical.hash(json), next);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer can always be written", e);
    }
  }

  /** An answer that is a text already, as a signed document. */
  public static KeptBody of(String text) {
    return new KeptBody(text, text.length(), Canonical.hash(text), null);
  }

  /** An answer in bytes, as a PDF. */
  public static KeptBody of(byte[] bytes) {
    return new KeptBody(bytes, bytes.length, Canonical.hash(bytes), null);
  }
}
