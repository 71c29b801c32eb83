package org.arobase.rating;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Panel;
import org.arobase.scoring.ScoreBreakdown;
import org.arobase.scoring.Scoring;

/**
 * A dossier with its submitted marks and the scores that they give without the other dossiers.
 *
 * @param versions the versions of the submitted sheets by juror
 * @param marks the submitted marks by juror
 * @param breakdowns each juror's score with its breakdown
 */
public record ScoredDossier(
    RatingInput input,
    SortedMap<String, Integer> versions,
    SortedMap<String, Map<Cell, Mark>> marks,
    SortedMap<String, ScoreBreakdown> breakdowns,
    Panel panel) {

  /**
   * Scores a dossier.
   *
   * @param all marks by the sheet's database id
   */
  static ScoredDossier of(RatingInput input, Map<Long, Map<Cell, Mark>> all, RatingPolicy policy) {
    SortedMap<String, Map<Cell, Mark>> marks = new TreeMap<>();
    SortedMap<String, Integer> versions = new TreeMap<>();
    input.sheets().stream()
        .filter(SheetRef::submitted)
        .forEach(
            s -> {
              marks.put(s.juror(), all.getOrDefault(s.id(), Map.of()));
              versions.put(s.juror(), s.version());
            });
    SortedMap<String, ScoreBreakdown> breakdowns =
        Scoring.score(marks, input.grid(), policy.forEngine());
    Panel panel =
        Panel.of(
            input.dossier().code(),
            input.sheets().size(),
            input.counts().quorum(policy),
            input.dossier().anchor,
            breakdowns);
    return new ScoredDossier(input, versions, marks, breakdowns, panel);
  }
}
