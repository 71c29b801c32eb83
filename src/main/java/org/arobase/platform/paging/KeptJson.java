package org.arobase.platform.paging;

import org.arobase.platform.canonical.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was written before: its JSON is sent as it is, or not at all to whoever has it.
 *
 * @param tag hash of the JSON
 * @param nextCursor where the next part of a list begins; null: there is none
 */
public record KeptJson(String json, String tag, @Nullable String nextCursor) {

  /**
   * Keeps a JSON text.
   *
   * @param nextCursor where the next part of a list begins; null: there is none
   */
  public static KeptJson of(String json, @Nullable String nextCursor) {
    return new KeptJson(json, Canonical.hash(json), nextCursor);
  }
}
