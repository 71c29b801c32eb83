package org.arobase.deliberation.finalisation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.arobase.deliberation.DeliberationRule;
import org.arobase.deliberation.decision.Decision;
import org.arobase.edition.policy.DeliberationPolicy;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.rating.DossierRating;

/**
 * The result of a dossier if the edition were finalised now: the decided level, or else the
 * computed one.
 *
 * @param level 0 to 5; null when a blocker leaves none
 * @param marksHash hash of the present marks
 * @param blockers what blocks the finalisation
 */
record Award(
    DossierRating rating,
    Integer level,
    boolean decided,
    String reason,
    String marksHash,
    List<Draft> blockers) {

  /**
   * The award of a dossier.
   *
   * @param recused users who are recused from it; their decisions do not count
   * @param distinguished whether one of them gave it a distinction that is in force
   * @param forVice whether a vice-president must decide it; the computed level is then never
   *     enough, whatever it is, so that the president learns nothing about it
   */
  static Award of(
      DossierRating rating,
      Decision decision,
      Set<String> recused,
      boolean distinguished,
      boolean forVice) {
    if (distinguished) {
      return blocked(DeliberationRule.DISTINCTION_BY_RECUSED, rating);
    }
    boolean byRecused = decision != null && recused.contains(decision.decidedBy);
    if (forVice && (decision == null || byRecused)) {
      return blocked(DeliberationRule.AWAITS_VICE_PRESIDENT, rating);
    }
    if (byRecused) {
      return blocked(DeliberationRule.DECIDED_BY_RECUSED, rating);
    }
    String hash = rating.scored().marksHash();
    if (decision == null) {
      return rating.level() == null
          ? blocked(DeliberationRule.UNDECIDED, rating)
          : new Award(rating, rating.level(), false, "", hash, List.of());
    }
    boolean current = isOn(decision, rating) && (forVice || isReasoned(decision, rating));
    List<Draft> stale =
        current ? List.of() : List.of(blocker(DeliberationRule.DECIDED_ON_OTHER_MARKS, rating));
    return new Award(rating, decision.awardedLevel, true, decision.reason, hash, stale);
  }

  /** Whether it has a level that is undecided and less likely than the policy wants. */
  boolean isDoubtful(DeliberationPolicy policy) {
    return level != null && !decided && policy.isDoubtful(rating.probability());
  }

  /** A blocker of this dossier by a rule that does not concern its decision. */
  Draft blocker(Rule rule) {
    return blocker(rule, rating);
  }

  /** Whether the sheets and the marks are still those that the decision was taken on. */
  private static boolean isOn(Decision decision, DossierRating rating) {
    return decision.sheetsHash.equals(rating.scored().sheetsHash())
        && decision.marksHash.equals(rating.scored().marksHash());
  }

  /**
   * A computed level can change with the marks of other dossiers; a decision without a reason that
   * followed it is then unfounded. (For a vice-president's dossier a blocker would tell this to the
   * president, so it is not checked there.)
   */
  private static boolean isReasoned(Decision decision, DossierRating rating) {
    return !decision.reason.isBlank() || Objects.equals(decision.awardedLevel, rating.level());
  }

  private static Award blocked(Rule rule, DossierRating rating) {
    return new Award(
        rating, null, false, "", rating.scored().marksHash(), List.of(blocker(rule, rating)));
  }

  private static Draft blocker(Rule rule, DossierRating rating) {
    return Draft.at("", rule, rating.dossier().authority.name)
        .with(Map.of("dossier", rating.dossier().code()));
  }
}
