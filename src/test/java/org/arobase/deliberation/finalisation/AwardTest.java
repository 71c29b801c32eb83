package org.arobase.deliberation.finalisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.arobase.authority.LocalAuthority;
import org.arobase.deliberation.DeliberationRule;
import org.arobase.deliberation.decision.Decision;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.rating.DossierRating;
import org.arobase.rating.RatingInput;
import org.arobase.rating.ScoredDossier;
import org.arobase.scoresheet.SheetCounts;
import org.arobase.scoring.Grid;
import org.arobase.scoring.LevelResult;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Rating;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a dossier gets when the edition is finalised, and what blocks it. */
class AwardTest {
  private static final Set<String> NOBODY = Set.of();
  private static final Set<String> PRESIDENT = Set.of("president");

  private static DossierRating rating(@Nullable Integer level) {
    LocalAuthority authority = new LocalAuthority();
    authority.code = "78138";
    authority.name = "Chanteloup-les-Vignes";
    Dossier dossier = new Dossier(new Edition(), authority, false);
    Grid grid = new Grid(List.of(), List.of(), List.of());
    RatingInput input =
        new RatingInput(dossier, "town", grid, List.of(), new SheetCounts(0, 0, 0, 0));
    Panel panel = new Panel("78138", 3, 2, new TreeMap<>(), new TreeMap<>(), null);
    LevelResult result = level == null ? null : new LevelResult(level, level, List.of(), false);
    return new DossierRating(
        new ScoredDossier(input, "0".repeat(64), panel),
        new Rating(panel, null, BigDecimal.ZERO, result, null, Set.of()));
  }

  private static Decision decision(String by, int level, String reason) {
    DossierRating rating = rating(level);
    Decision decision = new Decision();
    decision.awardedLevel = level;
    decision.reason = reason;
    decision.marksHash = rating.scored().marksHash();
    decision.sheetsHash = rating.scored().sheetsHash();
    decision.decidedBy = by;
    return decision;
  }

  private static Award award(@Nullable Integer computed, @Nullable Decision decision) {
    return Award.of(rating(computed), decision, NOBODY, false, false);
  }

  private static Award withoutPresident(int computed, @Nullable Decision decision) {
    return Award.of(rating(computed), decision, PRESIDENT, false, true);
  }

  private static void isBlocked(Rule rule, Award award) {
    assertEquals(List.of(rule), award.blockers().stream().map(Draft::rule).toList());
  }

  @Test
  void withoutADecisionTheComputedLevelIsAwarded() {
    Award award = award(4, null);
    assertEquals(4, award.level());
    assertFalse(award.decided());
    assertEquals(List.of(), award.blockers());
  }

  @Test
  void aDecisionOutranksTheComputedLevel() {
    Award award = award(3, decision("president", 4, "Un projet exemplaire."));
    assertEquals(4, award.level());
    assertTrue(award.decided());
    assertEquals(List.of(), award.blockers());
  }

  @Test
  void withoutAnyLevelTheDossierIsUndecided() {
    Award award = award(null, null);
    assertNull(award.level());
    isBlocked(DeliberationRule.UNDECIDED, award);
  }

  @Test
  void aDecisionOnOtherMarksOrSheetsBlocks() {
    Decision onOtherMarks = decision("president", 4, "Une raison.");
    onOtherMarks.marksHash = "other";
    isBlocked(DeliberationRule.DECIDED_ON_OTHER_MARKS, award(4, onOtherMarks));
    Decision onOtherSheets = decision("president", 4, "Une raison.");
    onOtherSheets.sheetsHash = "other";
    isBlocked(DeliberationRule.DECIDED_ON_OTHER_MARKS, award(4, onOtherSheets));
  }

  /** The marks of other dossiers can change the computed level afterwards. */
  @Test
  void aDecisionWithoutAReasonMustStillFollowTheComputedLevel() {
    isBlocked(DeliberationRule.DECIDED_ON_OTHER_MARKS, award(3, decision("president", 4, "")));
    assertEquals(List.of(), award(4, decision("president", 4, "")).blockers());
  }

  @Test
  void aDecisionByWhoIsRecusedDoesNotCount() {
    Award award = Award.of(rating(4), decision("president", 4, ""), PRESIDENT, false, false);
    assertNull(award.level());
    isBlocked(DeliberationRule.DECIDED_BY_RECUSED, award);
  }

  @Test
  void aDistinctionByWhoIsRecusedBlocksFirst() {
    isBlocked(
        DeliberationRule.DISTINCTION_BY_RECUSED,
        Award.of(rating(4), decision("president", 4, ""), PRESIDENT, true, true));
  }

  @Test
  void aDossierForTheVicePresidentNeedsTheirDecision() {
    isBlocked(DeliberationRule.AWAITS_VICE_PRESIDENT, withoutPresident(4, null));
    isBlocked(
        DeliberationRule.AWAITS_VICE_PRESIDENT, withoutPresident(4, decision("president", 4, "")));
    assertEquals(4, withoutPresident(4, decision("vice", 4, "")).level());
  }

  /** A blocker on a computed level that has changed would tell the recused president about it. */
  @Test
  void theVicePresidentsDecisionNeedsNoReasonWhenTheLevelChanges() {
    assertEquals(List.of(), withoutPresident(3, decision("vice", 4, "")).blockers());
  }

  @Test
  void aBlockerNamesItsDossier() {
    Draft undecided = award(null, null).blockers().get(0);
    assertEquals(Map.of("dossier", "78138"), undecided.context());
    assertEquals(List.of("Chanteloup-les-Vignes"), undecided.arguments());
  }
}
