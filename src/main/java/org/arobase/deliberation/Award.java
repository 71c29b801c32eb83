package org.arobase.deliberation;

import java.util.List;
import java.util.Map;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.rating.DossierRating;

/**
 * What a dossier would get if the edition were finalised now: the decided level, or the computed
 * one where nobody decided otherwise.
 *
 * @param level 0 to 5; null while something blocks it
 * @param marksHash of the marks as they are now
 * @param blockers what stands in the way
 */
record Award(
    DossierRating rating,
    Integer level,
    boolean decided,
    String reason,
    String marksHash,
    List<Draft> blockers) {

  static Award of(DossierRating rating, Decision decision) {
    String hash = rating.marksHash();
    if (decision == null) {
      return rating.level() == null
          ? new Award(rating, null, false, "", hash, List.of(blocker(Rule.UNDECIDED, rating)))
          : new Award(rating, rating.level(), false, "", hash, List.of());
    }
    List<Draft> stale =
        decision.marksHash.equals(hash)
            ? List.of()
            : List.of(blocker(Rule.DECIDED_ON_OTHER_MARKS, rating));
    return new Award(rating, decision.awardedLevel, true, decision.reason, hash, stale);
  }

  private static Draft blocker(Rule rule, DossierRating rating) {
    return Draft.at("", rule, rating.dossier().authority.name)
        .with(Map.of("dossier", rating.dossier().code()));
  }
}
