package org.arobase.rating;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.platform.problem.Violation.Draft;

/**
 * The dossiers of which sheets are missing: assigned and not submitted, or reopened and not
 * submitted again. Their level comes from the other sheets, so somebody must accept that by naming
 * the dossier.
 */
public final class FewerSheets {
  private FewerSheets() {}

  /**
   * A blocker for each such dossier that nobody has accepted; those with reopened sheets first.
   *
   * @param dossiers those that the caller may know
   * @param confirmed codes of the accepted ones
   */
  public static List<Draft> unconfirmed(List<ScoredDossier> dossiers, Set<String> confirmed) {
    return dossiers.stream()
        .filter(dossier -> !confirmed.contains(dossier.code()))
        .filter(dossier -> dossier.input().counts().submitted() < dossier.input().sheets().size())
        .sorted(Comparator.comparing((ScoredDossier dossier) -> reopened(dossier) == 0))
        .map(FewerSheets::blocker)
        .toList();
  }

  private static int reopened(ScoredDossier dossier) {
    return (int)
        dossier.input().sheets().stream().filter(s -> s.reopened() && !s.submitted()).count();
  }

  private static Draft blocker(ScoredDossier dossier) {
    int submitted = dossier.input().counts().submitted();
    int assigned = dossier.input().sheets().size();
    int reopened = reopened(dossier);
    String name = dossier.input().dossier().authority.name;
    return Draft.at("", RatingRule.FEWER_SHEETS, name, submitted, assigned, reopened)
        .with(
            Map.of(
                "dossier", dossier.code(),
                "submitted", submitted,
                "assigned", assigned,
                "reopened", reopened));
  }
}
