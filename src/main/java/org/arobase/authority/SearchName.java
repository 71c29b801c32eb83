package org.arobase.authority;

import java.text.Normalizer;
import java.util.Locale;

/** Brings names into the form in which they are searched: no accents, case or punctuation. */
final class SearchName {
  private SearchName() {}

  /** For example {@code chanteloup les vignes} for Chanteloup-les-Vignes, {@code oe} for œ. */
  static String of(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace("œ", "oe")
        .replace("æ", "ae")
        .replaceAll("[^a-z0-9]+", " ")
        .strip();
  }
}
