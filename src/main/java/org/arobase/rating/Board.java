package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.rating.RatingApi.Summary;
import org.arobase.scoring.Grid;

/**
 * The board of an edition. It remembers what it computed and computes again only the dossiers of
 * which a sheet, an initiative, the policy or the framework has changed. A memory, not a store:
 * explanations, decisions and finalisation always read the marks.
 */
@ApplicationScoped
class Board {
  private final RatingService ratings;
  private final RatingInputs inputs;
  private final Map<Long, Remembered> memory = new ConcurrentHashMap<>();

  Board(RatingService ratings, RatingInputs inputs) {
    this.ratings = ratings;
    this.inputs = inputs;
  }

  /** Everything but marks that a rating depends on; a sheet's version stands for its marks. */
  private record Basis(
      String framework, String policy, Grid grid, List<Sheet> sheets, int recused) {
    static Basis of(Edition edition, Judged dossier) {
      return new Basis(
          edition.framework.contentHash,
          edition.policyHash,
          dossier.grid(),
          dossier.sheets(),
          dossier.recused());
    }
  }

  private record Remembered(Basis basis, Summary summary) {}

  /** Every dossier of an edition by code, from one snapshot of the database. */
  @Transactional
  public List<Summary> of(int year) {
    Edition edition = Edition.required(year);
    List<Judged> all = inputs.judged(edition, Dossier.all(year));
    Map<Long, Summary> board = new HashMap<>();
    List<Judged> changed = new ArrayList<>();
    for (Judged dossier : all) {
      Remembered known = memory.get(dossier.dossier().id);
      if (known != null && known.basis().equals(Basis.of(edition, dossier))) {
        board.put(dossier.dossier().id, known.summary());
      } else {
        changed.add(dossier);
      }
    }
    if (!changed.isEmpty()) {
      board.putAll(compute(edition, changed));
    }
    return all.stream().map(d -> board.get(d.dossier().id)).toList();
  }

  private Map<Long, Summary> compute(Edition edition, List<Judged> changed) {
    List<DossierRating> rated = ratings.rate(edition, changed);
    Map<Long, Summary> computed = new HashMap<>();
    for (int i = 0; i < changed.size(); i++) {
      Long id = changed.get(i).dossier().id;
      Summary summary = Explanations.summary(rated.get(i));
      computed.put(id, summary);
      memory.put(id, new Remembered(Basis.of(edition, changed.get(i)), summary));
    }
    return computed;
  }
}
