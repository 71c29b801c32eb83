package org.arobase.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.arobase.testing.Contract;
import org.arobase.testing.Contract.Grant;
import org.arobase.testing.Contract.Operation;
import org.junit.jupiter.api.Test;

/**
 * The permission table itself follows the principles of the jury; MatrixTest only checks that the
 * table is applied. Which operations need no token; only jurors write marks, and only their own;
 * the secretariat sees no mark before FINALISED; jurors see the marks of others only from
 * DELIBERATION; applicants reach only their own dossier; nothing changes once it is final, except
 * publication, embargo, correction and erasure.
 */
class PrinciplesTest {
  private static final Set<String> MARKS =
      Set.of(
          "getScoreSheet",
          "getScoreSheetHistory",
          "getSubmission",
          "exportScoreSheets",
          "getMyCalibration",
          "listReviews",
          "getReview",
          "exportMyScoreSheets",
          "listRatings",
          "explainRating",
          "getReliability",
          "getSensitivity",
          "recomputeRatings",
          "getAgenda",
          "listDistinctions",
          "getDistinctions",
          "getSeal",
          "verifySeal",
          "getMinutes",
          "getFeedback",
          "getAnonymisedMarks",
          "streamRatings");
  private static final Set<String> BEFORE_FINALISED =
      Set.of("DRAFT", "OPEN", "EVALUATION", "DELIBERATION");

  @Test
  void theseAloneNeedNoToken() {
    assertEquals(
        Set.of(
            "createToken",
            "refreshToken",
            "revokeToken",
            "listProblems",
            "getProblem",
            "listAuthorities",
            "getAuthority",
            "listAuthorityLabels",
            "listPalmares",
            "listDistributions",
            "getPalmares",
            "getPalmaresCsv",
            "getPalmaresXlsx",
            "getPalmaresDocument",
            "listPalmaresVersions",
            "getLabelCredential",
            "getLabelBadge",
            "getStatusList",
            "getCertificate",
            "listSigningKeys",
            "getSigningKey",
            "verifyPublished",
            "countPalmares",
            "getAuthorityProgress",
            "getCatalogue",
            "listCheckpoints",
            "getCheckpointConsistency",
            "getCheckpointNote",
            "getCheckpointKey"),
        ids(operation -> operation.grants().isEmpty()));
  }

  @Test
  void onlyJurorsWriteMarksAndOnlyTheirOwn() {
    for (String id :
        List.of(
            "replaceScoreSheet",
            "changeScoreSheet",
            "submitScoreSheet",
            "submitMyScoreSheets",
            "importMyScoreSheets")) {
      for (Grant grant : operation(id).grants()) {
        assertEquals("juror", grant.role());
        assertEquals(true, grant.own());
        assertEquals(Set.of("EVALUATION", "DELIBERATION"), grant.phases());
      }
    }
  }

  @Test
  void nobodyOfTheSecretariatSeesAMarkBeforeItIsFinal() {
    forbid(
        "secretariat",
        MARKS,
        grant -> grant.phases().stream().anyMatch(BEFORE_FINALISED::contains));
  }

  @Test
  void jurorsSeeTheMarksOfOthersOnlyOnceTheyDeliberate() {
    Set<String> before = Set.of("DRAFT", "OPEN", "EVALUATION");
    forbid("juror", MARKS, g -> !g.own() && g.phases().stream().anyMatch(before::contains));
  }

  @Test
  void theChairOfADossierMayDoWhatTheVicePresidentMay() {
    for (Operation operation : Contract.operations()) {
      Set<String> chair = phases(operation, grant -> grant.chair());
      Set<String> vice =
          phases(operation, grant -> grant.role().equals("vice-president") && grant.own());
      vice.remove("EVALUATION");
      assertEquals(vice, chair, operation.id());
    }
  }

  private static Set<String> phases(Operation operation, Predicate<Grant> which) {
    return operation.grants().stream()
        .filter(which)
        .flatMap(grant -> grant.phases().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theVicePresidentSeesMarksOnlyOfWhatThePresidentIsRecusedFrom() {
    forbid("vice-president", MARKS, grant -> !grant.own());
    forbid("vice-president", Set.of("decide", "getDecision", "reopenScoreSheet"), g -> !g.own());
  }

  @Test
  void applicantsReachTheirOwnDossierAndNothingOfTheJury() {
    Set<String> reached = ids(o -> o.ofEdition() && o.grants().stream().anyMatch(APPLICANT));
    assertEquals(
        Set.of(
            "getEdition",
            "listDossiers",
            "createDossier",
            "getDossier",
            "getMosaic",
            "listInitiatives",
            "addInitiative",
            "getInitiative",
            "replaceInitiative",
            "removeInitiative",
            "getFeedback"),
        reached);
    reached.remove("getEdition");
    forbid("applicant", reached, grant -> !grant.own());
  }

  /**
   * The writes that are allowed on final results: publishing, correcting openly, erasing persons.
   */
  private static final Set<String> AFTERWARDS =
      Set.of(
          "publishEdition", "replaceEmbargo", "correctPalmares", "eraseJuror", "recomputeRatings");

  @Test
  void nothingIsChangedOnceItIsFinal() {
    Set<String> late = Set.of("FINALISED", "PUBLISHED");
    for (Operation operation : Contract.operations()) {
      boolean writes = !operation.method().equals("GET") && operation.ofEdition();
      for (Grant grant : operation.grants()) {
        // a recomputation changes nothing: it is for people who doubt a final result
        boolean allowed = AFTERWARDS.contains(operation.id());
        assertFalse(
            writes && !allowed && grant.phases().stream().anyMatch(late::contains), operation.id());
      }
    }
  }

  private static final Predicate<Grant> APPLICANT = grant -> grant.role().equals("applicant");

  private static void forbid(String role, Set<String> operations, Predicate<Grant> what) {
    for (String id : operations) {
      for (Grant grant : operation(id).grants()) {
        assertFalse(grant.role().equals(role) && what.test(grant), id + " by " + grant);
      }
    }
  }

  private static Operation operation(String id) {
    return Contract.operations().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
  }

  private static Set<String> ids(Predicate<Operation> which) {
    return Contract.operations().stream()
        .filter(which)
        .map(Operation::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
