package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.rating.RatingVersions.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what each dossier's marks give by themselves, and reads again only the dossiers on
 * which there was an act since, or all when the rules have changed. It is a memory, not a store:
 * finalisation always reads the marks.
 */
@ApplicationScoped
public class PanelCache {
  private final RatingInputs inputs;
  private final RatingVersions versions;
  private final Map<Key, Kept> memory = new ConcurrentHashMap<>();

  PanelCache(RatingInputs inputs, RatingVersions versions) {
    this.inputs = inputs;
    this.versions = versions;
  }

  private record Key(int year, String code) {}

  /**
   * Everything that a score depends on; the number of acts stands for the dossier and its marks.
   */
  private record Basis(Rules rules, int acts) {}

  /** The dossier is null when there is no such dossier any more. */
  private record Kept(Basis basis, @Nullable ScoredDossier dossier) {}

  /** All dossiers of an edition, ordered by code. */
  public List<ScoredDossier> all(Edition edition) {
    Map<String, Kept> found = new TreeMap<>();
    List<String> changed = new ArrayList<>();
    Rules rules = Rules.of(edition);
    versions
        .of(edition.year)
        .forEach(
            (code, acts) -> {
              Basis basis = new Basis(rules, acts);
              Kept kept = memory.get(new Key(edition.year, code));
              if (kept == null || !kept.basis().equals(basis)) {
                kept = new Kept(basis, null);
                changed.add(code);
              }
              found.put(code, kept);
            });
    if (!changed.isEmpty()) {
      read(edition, changed, found);
    }
    return found.values().stream().map(Kept::dossier).filter(Objects::nonNull).toList();
  }

  private void read(Edition edition, List<String> changed, Map<String, Kept> found) {
    List<Dossier> dossiers = Dossier.all(edition.year, changed);
    for (ScoredDossier scored : inputs.scored(edition, inputs.of(edition, dossiers))) {
      found.computeIfPresent(scored.code(), (code, kept) -> new Kept(kept.basis(), scored));
    }
    if (!versions.isRaisedHere()) {
      changed.forEach(code -> memory.put(new Key(edition.year, code), found.get(code)));
    }
  }
}
