package org.arobase.rating;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.dossier.Dossier;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Panel;
import org.arobase.scoring.ScoreBreakdown;
import org.arobase.scoring.Scoring;

/**
 * A dossier with its submitted marks and the scores that they give without the other dossiers. It
 * is large: whoever reads many dossiers keeps only what {@link #scored} returns.
 *
 * @param marks the submitted marks by juror
 * @param breakdowns each juror's score with its breakdown
 */
public record MarkedDossier(
    RatingInput input,
    SortedMap<String, Map<Cell, Mark>> marks,
    SortedMap<String, ScoreBreakdown> breakdowns,
    Panel panel) {

  /**
   * Scores a dossier.
   *
   * @param all marks by the sheet's database id
   */
  static MarkedDossier of(RatingInput input, Map<Long, Map<Cell, Mark>> all, RatingPolicy policy) {
    SortedMap<String, Map<Cell, Mark>> marks = new TreeMap<>();
    input.sheets().stream()
        .filter(SheetRef::submitted)
        .forEach(s -> marks.put(s.juror(), all.getOrDefault(s.id(), Map.of())));
    SortedMap<String, ScoreBreakdown> breakdowns =
        Scoring.score(marks, input.grid(), policy.forEngine());
    Panel panel =
        Panel.of(
            input.dossier().code(),
            input.sheets().size(),
            input.counts().quorum(policy),
            input.dossier().anchor,
            breakdowns);
    return new MarkedDossier(input, marks, breakdowns, panel);
  }

  /** The dossier without its marks. */
  ScoredDossier scored(MarksHash hash) {
    Dossier dossier = input.dossier();
    return new ScoredDossier(
        input,
        hash.of(
            dossier.edition.year,
            dossier.code(),
            input.stratum(),
            dossier.anchor,
            input.grid(),
            marks),
        panel);
  }
}
