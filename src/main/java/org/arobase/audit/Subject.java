package org.arobase.audit;

import org.jspecify.annotations.Nullable;

/**
 * The subject of an event.
 *
 * @param kind for example {@code score-sheet}
 * @param key its name within the kind, for example {@code 2020/78138/juror1}
 * @param edition the year of its edition, if any
 * @param dossier the code of its dossier, if any; a recused caller does not see the event
 */
public record Subject(
    String kind, String key, @Nullable Integer edition, @Nullable String dossier) {

  /** A subject that belongs to an edition as a whole. */
  public static Subject of(String kind, int year, String key) {
    return new Subject(kind, key.isEmpty() ? year + "" : year + "/" + key, year, null);
  }

  /** A subject that belongs to a dossier. */
  public static Subject ofDossier(String kind, int year, String code, String key) {
    String full = year + "/" + code + (key.isEmpty() ? "" : "/" + key);
    return new Subject(kind, full, year, code);
  }

  /** A subject outside any edition. */
  public static Subject outside(String kind, String key) {
    return new Subject(kind, key, null, null);
  }
}
