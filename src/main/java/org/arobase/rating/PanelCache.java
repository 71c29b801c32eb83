package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.scoresheet.SheetCounts;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Panel;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what each dossier's marks give by themselves, and reads again only the dossiers of
 * which a sheet, an initiative, the policy or the framework has changed. It is a memory, not a
 * store: finalisation always reads the marks.
 */
@ApplicationScoped
public class PanelCache {
  private final RatingInputs inputs;
  private final Map<Long, Kept> memory = new ConcurrentHashMap<>();

  PanelCache(RatingInputs inputs) {
    this.inputs = inputs;
  }

  /** Everything that a panel depends on; the version of a sheet stands for its marks. */
  private record Basis(
      String framework,
      String policy,
      Grid grid,
      List<SheetRef> sheets,
      SheetCounts counts,
      @Nullable BigDecimal anchor) {
    static Basis of(Edition edition, RatingInput dossier) {
      return new Basis(
          edition.framework.contentHash,
          edition.policyHash,
          dossier.grid(),
          dossier.sheets(),
          dossier.counts(),
          dossier.dossier().anchor);
    }
  }

  private record Kept(Basis basis, Panel panel) {}

  /** A dossier with the panel that its submitted marks give. */
  public record CachedPanel(RatingInput input, Panel panel) {}

  /** The panels of all dossiers of an edition, ordered by code. */
  public List<CachedPanel> panels(Edition edition) {
    List<RatingInput> all = inputs.of(edition, Dossier.all(edition.year));
    Map<Long, Panel> panels = new HashMap<>();
    List<RatingInput> changed = new ArrayList<>();
    for (RatingInput dossier : all) {
      Kept known = memory.get(dossier.dossier().id);
      if (known != null && known.basis().equals(Basis.of(edition, dossier))) {
        panels.put(dossier.dossier().id, known.panel());
      } else {
        changed.add(dossier);
      }
    }
    if (!changed.isEmpty()) {
      inputs
          .scored(edition, changed)
          .forEach(scored -> panels.put(keep(scored, edition), scored.panel()));
    }
    return all.stream().map(d -> new CachedPanel(d, panels.get(d.dossier().id))).toList();
  }

  private Long keep(ScoredDossier scored, Edition edition) {
    Long id = scored.input().dossier().id;
    memory.put(id, new Kept(Basis.of(edition, scored.input()), scored.panel()));
    return id;
  }
}
