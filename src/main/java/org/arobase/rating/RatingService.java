package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.edition.RatingPolicy;
import org.arobase.scoring.Flag;
import org.arobase.scoring.Jury;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Rating;

/**
 * Computes ratings from the submitted marks, from one snapshot of the database; stores none.
 *
 * <p>A juror's severity shows in all its dossiers, so that a rating depends on the others' marks.
 * Who may not know a dossier gets the others as if it were not there: what a caller is shown is
 * computed from what it may know, and from nothing else.
 */
@ApplicationScoped
public class RatingService {
  private final RatingInputs inputs;
  private final Board board;

  RatingService(RatingInputs inputs, Board board) {
    this.inputs = inputs;
    this.board = board;
  }

  /** The ratings of all dossiers of an edition by code, as they are: for what becomes final. */
  @Transactional
  public List<DossierRating> all(int year) {
    return all(year, code -> true);
  }

  /**
   * The same as somebody may know them. A dossier that it may not know is rated alone.
   *
   * @param known whether the caller may know a dossier, by its code
   */
  @Transactional
  public List<DossierRating> all(int year, Predicate<String> known) {
    Edition edition = Edition.required(year);
    RatingPolicy policy = edition.policy();
    List<Marked> marked = inputs.marked(edition, inputs.judged(edition, Dossier.all(year)));
    Map<Boolean, List<Panel>> panels =
        marked.stream()
            .map(Marked::panel)
            .collect(Collectors.partitioningBy(p -> known.test(p.dossier())));
    Map<String, Rating> ratings = Jury.rate(panels.get(true), policy.forEngine()).ratings();
    return marked.stream()
        .map(
            one -> {
              Rating rating = ratings.get(one.panel().dossier());
              return rated(one, rating == null ? alone(one, policy) : rating, policy);
            })
        .toList();
  }

  private static Rating alone(Marked marked, RatingPolicy policy) {
    Panel panel = marked.panel();
    return Jury.rate(List.of(panel), policy.forEngine()).ratings().get(panel.dossier());
  }

  /** The rating of one dossier, or 404; of the others the board's memory has to do. */
  @Transactional
  public DossierRating one(int year, String code, Predicate<String> known) {
    Edition edition = Edition.required(year);
    RatingPolicy policy = edition.policy();
    Dossier dossier = Dossier.required(year, code);
    Marked marked = inputs.marked(edition, inputs.judged(edition, List.of(dossier))).get(0);
    List<Panel> panels = new ArrayList<>(List.of(marked.panel()));
    board.panels(edition).stream()
        .map(Board.Remembered::panel)
        .filter(p -> !p.dossier().equals(code) && known.test(p.dossier()))
        .forEach(panels::add);
    Rating rating = Jury.rate(panels, policy.forEngine()).ratings().get(code);
    return rated(marked, rating, policy);
  }

  private static DossierRating rated(Marked marked, Rating rating, RatingPolicy policy) {
    return new DossierRating(marked, flagged(rating, marked.judged(), policy));
  }

  /** Adds what the engine does not know of: recusals, and who has left. */
  static Rating flagged(Rating rating, Judged dossier, RatingPolicy rules) {
    int quorum = dossier.quorum(rules);
    boolean lowered = quorum < rules.quorum();
    boolean missed = rating.level() == null && dossier.sheets().size() < quorum;
    Rating flagged = rating;
    if (dossier.recused() > 0 && (lowered || missed)) {
      flagged = flagged.with(Flag.RECUSED_QUORUM);
    }
    if (dossier.left() > 0 && (lowered || missed)) {
      flagged = flagged.with(Flag.ABSENT_QUORUM);
    }
    return flagged;
  }
}
