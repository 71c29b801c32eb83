package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.edition.RatingPolicy;
import org.arobase.rating.RatingApi.Summary;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Jury;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Rating;
import org.jspecify.annotations.Nullable;

/**
 * The board of an edition. It remembers what each dossier's marks give by themselves and reads
 * again only the dossiers of which a sheet, an initiative, the policy or the framework has changed;
 * the model of the jury is fitted anew. A memory, not a store: finalisation always reads the marks.
 */
@ApplicationScoped
class Board {
  private final RatingInputs inputs;
  private final Map<Long, Kept> memory = new ConcurrentHashMap<>();

  Board(RatingInputs inputs) {
    this.inputs = inputs;
  }

  /** Everything but marks that a panel depends on; a sheet's version stands for its marks. */
  private record Basis(
      String framework,
      String policy,
      Grid grid,
      List<Sheet> sheets,
      int recused,
      int left,
      @Nullable BigDecimal anchor) {
    static Basis of(Edition edition, Judged dossier) {
      return new Basis(
          edition.framework.contentHash,
          edition.policyHash,
          dossier.grid(),
          dossier.sheets(),
          dossier.recused(),
          dossier.left(),
          dossier.dossier().anchor);
    }
  }

  private record Kept(Basis basis, Panel panel) {}

  /** A dossier with what its jurors give it. */
  record Remembered(Judged judged, Panel panel) {}

  /**
   * The dossiers that a caller may know, by code, from one snapshot of the database.
   *
   * @param known whether it may know a dossier, by its code
   */
  @Transactional
  public List<Summary> of(int year, Predicate<String> known) {
    Edition edition = Edition.required(year);
    RatingPolicy policy = edition.policy();
    List<Remembered> shown =
        panels(edition).stream().filter(d -> known.test(d.panel().dossier())).toList();
    Map<String, Rating> ratings =
        Jury.rate(shown.stream().map(Remembered::panel).toList(), policy.forEngine()).ratings();
    return shown.stream()
        .map(
            d -> {
              Rating rating = ratings.get(d.panel().dossier());
              return Summary.from(d.judged(), RatingService.flagged(rating, d.judged(), policy));
            })
        .toList();
  }

  /** Every dossier of an edition by code. */
  List<Remembered> panels(Edition edition) {
    List<Judged> all = inputs.judged(edition, Dossier.all(edition.year));
    Map<Long, Panel> panels = new HashMap<>();
    List<Judged> changed = new ArrayList<>();
    for (Judged dossier : all) {
      Kept known = memory.get(dossier.dossier().id);
      if (known != null && known.basis().equals(Basis.of(edition, dossier))) {
        panels.put(dossier.dossier().id, known.panel());
      } else {
        changed.add(dossier);
      }
    }
    if (!changed.isEmpty()) {
      inputs
          .marked(edition, changed)
          .forEach(marked -> panels.put(keep(marked, edition), marked.panel()));
    }
    return all.stream().map(d -> new Remembered(d, panels.get(d.dossier().id))).toList();
  }

  private Long keep(Marked marked, Edition edition) {
    Long id = marked.judged().dossier().id;
    memory.put(id, new Kept(Basis.of(edition, marked.judged()), marked.panel()));
    return id;
  }
}
