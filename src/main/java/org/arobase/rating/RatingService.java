package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.edition.RatingPolicy;
import org.arobase.scoring.Flag;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Policy;
import org.arobase.scoring.Rating;
import org.arobase.scoring.Scoring;

/** Computes ratings from the submitted marks, from one snapshot of the database; stores none. */
@ApplicationScoped
public class RatingService {
  private final RatingInputs inputs;

  RatingService(RatingInputs inputs) {
    this.inputs = inputs;
  }

  /** The ratings of all dossiers of an edition by code. */
  @Transactional
  public List<DossierRating> all(int year) {
    Edition edition = Edition.required(year);
    return rate(edition, inputs.judged(edition, Dossier.all(year)));
  }

  /** The rating of one dossier, or 404. */
  @Transactional
  public DossierRating one(int year, String code) {
    Edition edition = Edition.required(year);
    List<Dossier> one = List.of(Dossier.required(year, code));
    return rate(edition, inputs.judged(edition, one)).get(0);
  }

  /** Reads the marks of these dossiers and rates them. */
  List<DossierRating> rate(Edition edition, List<Judged> dossiers) {
    List<Long> sheets =
        dossiers.stream()
            .flatMap(d -> d.sheets().stream())
            .filter(Sheet::submitted)
            .map(Sheet::id)
            .toList();
    Map<Long, Map<Cell, Mark>> marks = inputs.marks(sheets);
    RatingPolicy policy = edition.policy();
    return dossiers.parallelStream().map(d -> rate(d, marks, policy)).toList();
  }

  private static DossierRating rate(
      Judged dossier, Map<Long, Map<Cell, Mark>> all, RatingPolicy rules) {
    Map<String, Map<Cell, Mark>> marks = new TreeMap<>();
    Map<String, Integer> versions = new TreeMap<>();
    dossier.sheets().stream()
        .filter(Sheet::submitted)
        .forEach(
            s -> {
              marks.put(s.juror(), all.getOrDefault(s.id(), Map.of()));
              versions.put(s.juror(), s.version());
            });
    int assigned = dossier.sheets().size();
    Policy policy = rules.forEngine(dossier.recused());
    return new DossierRating(
        dossier.dossier(),
        dossier.stratum(),
        dossier.grid(),
        assigned,
        dossier.recused(),
        versions,
        marks,
        flagged(Scoring.rate(dossier.grid(), marks, assigned, policy), dossier, rules));
  }

  private static Rating flagged(Rating rating, Judged dossier, RatingPolicy rules) {
    int quorum = rules.recusalRules().quorum(rules.quorum(), dossier.recused());
    boolean lowered = quorum < rules.quorum();
    boolean missed = rating.level() == null && dossier.sheets().size() < quorum;
    return dossier.recused() > 0 && (lowered || missed) ? rating.with(Flag.RECUSED_QUORUM) : rating;
  }
}
