package org.arobase.platform.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.arobase.platform.canonical.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was written before: its JSON is sent as it is, or not at all to whoever has it.
 *
 * @param tag hash of the JSON
 * @param nextCursor where the next part of a list begins; null: there is none
 */
public record KeptJson(String json, String tag, @Nullable String nextCursor) {

  /** Writes an answer once. */
  public static KeptJson of(Object answer, ObjectMapper mapper) {
    try {
      String json = mapper.writeValueAsString(answer);
      String next = answer instanceof Page<?> page ? page.nextCursor() : null;
      return new KeptJson(json, Canonical.hash(json), next);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer can always be written", e);
    }
  }
}
