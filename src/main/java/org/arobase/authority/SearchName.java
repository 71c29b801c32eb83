package org.arobase.authority;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings names into the form in which they are searched: no accents, case or punctuation. */
final class SearchName {
  private SearchName() {}

  /** Words that say what an authority is, or that bind the words of its name. */
  private static final Set<String> SMALL =
      Set.of(
          "a",
          "agglomeration",
          "au",
          "aux",
          "ca",
          "cc",
          "commune",
          "communes",
          "communaute",
          "cu",
          "d",
          "de",
          "des",
          "du",
          "en",
          "et",
          "l",
          "la",
          "le",
          "les",
          "mairie",
          "metropole",
          "s",
          "sous",
          "sur",
          "urbaine",
          "ville");

  /**
   * Whether two names can be those of one authority: all words of one are in the other, small ones
   * aside.
   */
  static boolean agree(String one, String other) {
    Set<String> first = words(one);
    Set<String> second = words(other);
    return first.containsAll(second) || second.containsAll(first);
  }

  private static Set<String> words(String name) {
    return Arrays.stream(of(name).split(" "))
        .map(word -> word.equals("st") ? "saint" : word.equals("ste") ? "sainte" : word)
        .filter(word -> !SMALL.contains(word))
        .collect(Collectors.toSet());
  }

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
