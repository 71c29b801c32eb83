package org.arobase.audit;

import org.jspecify.annotations.Nullable;

/**
 * What an event is about.
 *
 * @param kind for example {@code score-sheet}
 * @param key its name within the kind, for example {@code 2020/78138/juror1}
 * @param edition the year of its edition, if it has one
 * @param dossier the code of its dossier, if it is about one: who is recused from it sees no event
 */
public record Subject(
    String kind, String key, @Nullable Integer edition, @Nullable String dossier) {

  /** Something of an edition as a whole. */
  public static Subject of(String kind, int year, String key) {
    return new Subject(kind, key.isEmpty() ? year + "" : year + "/" + key, year, null);
  }

  /** Something of a dossier. */
  public static Subject ofDossier(String kind, int year, String code, String key) {
    String full = year + "/" + code + (key.isEmpty() ? "" : "/" + key);
    return new Subject(kind, full, year, code);
  }

  /** Something of no edition. */
  public static Subject outside(String kind, String key) {
    return new Subject(kind, key, null, null);
  }
}
