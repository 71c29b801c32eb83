package org.arobase.access;

import static org.arobase.access.Phase.DELIBERATION;
import static org.arobase.access.Phase.DRAFT;
import static org.arobase.access.Phase.EVALUATION;
import static org.arobase.access.Phase.FINALISED;
import static org.arobase.access.Phase.OPEN;
import static org.arobase.access.Phase.PUBLISHED;
import static org.arobase.identity.Roles.APPLICANT;
import static org.arobase.identity.Roles.JUROR;
import static org.arobase.identity.Roles.PRESIDENT;
import static org.arobase.identity.Roles.SECRETARIAT;
import static org.arobase.identity.Roles.VICE_PRESIDENT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.arobase.access.Grant.Reach;

/**
 * The access table: operation, role, reach, phases. An operation that is not in it is refused. One
 * rule stands above all rows: callers can neither change nor read a dossier that they are recused
 * from, whatever their role and the phase.
 */
final class Permissions {
  private static final Map<String, List<Grant>> ROWS = new HashMap<>();

  static {
    // everyone, without a token
    row("createToken");
    row("refreshToken");
    row("revokeToken");
    row("listProblems");
    row("getProblem");
    row("listAuthorities");
    row("getAuthority");
    row("listAuthorityLabels");
    row("listPalmares");
    row("getPalmares");
    row("getPalmaresCsv");
    row("getPalmaresXlsx");
    row("listDistributions");
    row("getPalmaresDocument");
    row("listPalmaresVersions");
    row("getLabelCredential");
    row("getLabelBadge");
    row("getStatusList");
    row("listSigningKeys");
    row("getSigningKey");
    row("verifyPublished");
    row("countPalmares");
    row("getAuthorityProgress");
    row("getCatalogue");
    row("getCertificate");
    row("listCheckpoints");
    row("getCheckpointConsistency");
    row("getCheckpointNote");
    row("getCheckpointKey");

    // everyone who has signed in
    everyRole("getMe");
    everyRole("getMyPersonalData");
    everyRole("listFrameworks");
    everyRole("getFramework");
    everyRole("listFrameworkIssues");
    everyRole("compareFrameworks");
    everyRole("listEditions");
    everyRole("getEdition");

    // jobs: callers reach only those that they started
    row("getJob", any(SECRETARIAT), any(PRESIDENT));
    row("cancelJob", any(SECRETARIAT), any(PRESIDENT));

    // the edition
    row("createFramework", any(SECRETARIAT));
    row("replaceFramework", any(SECRETARIAT));
    row("copyFramework", any(SECRETARIAT));
    row("freezeFramework", any(SECRETARIAT));
    row("compareFrameworkOfEdition", any(SECRETARIAT), any(PRESIDENT));
    row("createEdition", any(SECRETARIAT));
    row("getRatingPolicy", any(SECRETARIAT), any(PRESIDENT), any(VICE_PRESIDENT), any(JUROR));
    row("replaceRatingPolicy", any(SECRETARIAT).during(DRAFT));
    row("changeEdition", any(SECRETARIAT).until(EVALUATION));
    row("moveEdition", any(SECRETARIAT).until(DELIBERATION), any(PRESIDENT).until(DELIBERATION));

    // dossiers
    readsDossiers("listDossiers");
    readsDossiers("getDossier");
    readsDossiers("listInitiatives");
    readsDossiers("getInitiative");
    readsDossiers("getMosaic");
    writesDossiers("createDossier");
    writesDossiers("addInitiative");
    writesDossiers("replaceInitiative");
    writesDossiers("removeInitiative");

    row("exportDossiers", any(SECRETARIAT), any(PRESIDENT));
    row("importDossiers", any(SECRETARIAT).during(OPEN));
    row("getAnchor", any(SECRETARIAT), any(PRESIDENT).from(EVALUATION));
    row("replaceAnchor", any(SECRETARIAT).during(OPEN));

    // the jury
    row("listJurors", any(SECRETARIAT), any(PRESIDENT), any(VICE_PRESIDENT));
    row("getJuror", any(SECRETARIAT), any(PRESIDENT), any(VICE_PRESIDENT));
    row("changeJuror", any(SECRETARIAT).until(EVALUATION));
    row("inviteJuror", any(SECRETARIAT).until(EVALUATION));
    row("removeJuror", any(SECRETARIAT).until(EVALUATION));
    row("getMyMembership", membership());
    row("answerInvitation", membership().until(EVALUATION));
    row("listAssignments", any(SECRETARIAT), any(PRESIDENT), any(VICE_PRESIDENT));
    row("replaceAssignments", any(SECRETARIAT).until(EVALUATION));
    row("exportJurors", any(SECRETARIAT), any(PRESIDENT));
    row("importJurors", any(SECRETARIAT).until(EVALUATION));
    row("exportRecusals", any(SECRETARIAT), any(PRESIDENT));
    row("importRecusals", any(SECRETARIAT).until(EVALUATION));
    row("exportAssignments", any(SECRETARIAT), any(PRESIDENT));
    row("importAssignments", any(SECRETARIAT).until(EVALUATION));
    row("planAssignments", any(SECRETARIAT).until(EVALUATION));
    row("withdrawJuror", any(SECRETARIAT).until(DELIBERATION), any(PRESIDENT).until(DELIBERATION));
    row("listChairs", any(SECRETARIAT), any(PRESIDENT), any(VICE_PRESIDENT));
    row("getChair", any(SECRETARIAT), any(PRESIDENT), any(VICE_PRESIDENT));
    row("appointChair", any(SECRETARIAT).during(EVALUATION, DELIBERATION));
    ofTheJury("listRecusals", PUBLISHED);
    ofTheJury("getRecusal", PUBLISHED);
    ofTheJury("declareRecusal", DELIBERATION);
    row("liftRecusal", any(SECRETARIAT).until(DELIBERATION));
    row("detectRecusals", any(SECRETARIAT).until(EVALUATION));

    // progress and mailings
    row("listMailings", any(SECRETARIAT));
    row("sendMailing", any(SECRETARIAT).until(EVALUATION));
    row("getProgress", any(SECRETARIAT).from(OPEN), any(PRESIDENT).from(OPEN));

    // score sheets: in DELIBERATION only reopened ones can be written
    row("listMyScoreSheets", own(JUROR));
    readsMarks("getScoreSheet", own(JUROR));
    readsMarks("getScoreSheetHistory", own(JUROR));
    readsMarks("getSubmission", own(JUROR));
    row(
        "exportScoreSheets",
        any(PRESIDENT).from(EVALUATION),
        own(VICE_PRESIDENT).from(EVALUATION),
        any(SECRETARIAT).from(FINALISED));
    row("getPrivateNotes", own(JUROR));
    row("replacePrivateNotes", own(JUROR).during(EVALUATION, DELIBERATION));
    row("exportMyScoreSheets", own(JUROR));
    row("importMyScoreSheets", own(JUROR).during(EVALUATION, DELIBERATION));
    row("replaceScoreSheet", own(JUROR).during(EVALUATION, DELIBERATION));
    row("changeScoreSheet", own(JUROR).during(EVALUATION, DELIBERATION));
    row("submitScoreSheet", own(JUROR).during(EVALUATION, DELIBERATION));
    row("submitMyScoreSheets", own(JUROR).during(EVALUATION, DELIBERATION));
    row(
        "reopenScoreSheet",
        any(PRESIDENT).during(EVALUATION, DELIBERATION),
        own(VICE_PRESIDENT).during(EVALUATION, DELIBERATION));

    readsAgain("listReadingCandidates");
    readsAgain("assignSecondReading");
    row("getMyCalibration", own(JUROR).from(EVALUATION));

    // ratings, deliberation, palmarès
    readsMarks("listRatings", any(SECRETARIAT).from(FINALISED));
    readsMarks("explainRating", any(SECRETARIAT).from(FINALISED));
    row("getReliability", any(PRESIDENT).from(EVALUATION), any(SECRETARIAT).from(FINALISED));
    row("getSensitivity", any(PRESIDENT).from(EVALUATION), any(SECRETARIAT).from(FINALISED));
    row("streamRatings", any(PRESIDENT).from(EVALUATION));
    row("recomputeRatings", any(PRESIDENT).from(DELIBERATION), any(SECRETARIAT).from(FINALISED));
    readsReviews("getDecision");
    readsReviews("listDistinctions", any(SECRETARIAT).from(FINALISED));
    readsReviews("getDistinctions", any(SECRETARIAT).from(FINALISED));
    ofThePresidents("replaceDistinctions");
    row(
        "signDecision",
        any(PRESIDENT).during(DELIBERATION),
        own(VICE_PRESIDENT).during(DELIBERATION),
        any(JUROR).during(DELIBERATION));
    readsReviews("listReviews");
    readsReviews("getReview");
    ofThePresidents("changeReview");
    row("voiceOnReview", own(JUROR).during(DELIBERATION));
    ofThePresidents("decide");

    // sessions of the jury: attendance, motions and ballots
    inCamera("listDeliberations");
    inCamera("getDeliberation");
    row("planDeliberation", organisers(EVALUATION, DELIBERATION));
    row("changeDeliberation", organisers(EVALUATION, DELIBERATION));
    row(
        "openDeliberation",
        any(PRESIDENT).during(DELIBERATION),
        any(VICE_PRESIDENT).during(DELIBERATION));
    row(
        "closeDeliberation",
        any(PRESIDENT).during(DELIBERATION),
        any(VICE_PRESIDENT).during(DELIBERATION));
    readsReviews("getAgenda");
    votes("listMotions", FINALISED, PUBLISHED);
    votes("getMotion", FINALISED, PUBLISHED);
    ofThePresidents("moveMotion");
    ofThePresidents("closeMotion");
    ofThePresidents("withdrawMotion");
    votes("castBallot");
    row("finaliseEdition", any(PRESIDENT).during(DELIBERATION));
    row("publishEdition", any(PRESIDENT).during(FINALISED), any(SECRETARIAT).during(FINALISED));

    finalResults("getEmbargo");
    row("replaceEmbargo", any(PRESIDENT).during(FINALISED), any(SECRETARIAT).during(FINALISED));
    row("correctPalmares", any(PRESIDENT).during(PUBLISHED), own(VICE_PRESIDENT).during(PUBLISHED));
    row("revokeSigningKey", any(SECRETARIAT));

    finalResults("getMinutes");
    finalResults("getFeedback", own(APPLICANT).during(PUBLISHED));

    finalResults("getAnonymisedMarks");
    row("eraseJuror", any(SECRETARIAT).during(PUBLISHED));

    // seals
    finalResults("listSeals");
    finalResults("getSeal");
    finalResults("verifySeal");

    // audit record
    row("listAuditEvents", any(SECRETARIAT), any(PRESIDENT));
    row("getInclusionProof", any(SECRETARIAT), any(PRESIDENT));
    row("verifyAudit", any(SECRETARIAT), any(PRESIDENT));
  }

  private Permissions() {}

  /**
   * The grants of an operation. An empty list means that everyone may call it without a token; an
   * empty optional means that it has no row.
   */
  static Optional<List<Grant>> of(String operation) {
    return Optional.ofNullable(ROWS.get(operation));
  }

  /** The operations that have a row. */
  static Set<String> operations() {
    return ROWS.keySet();
  }

  private static void everyRole(String operation) {
    row(
        operation,
        any(JUROR),
        any(PRESIDENT),
        any(VICE_PRESIDENT),
        any(SECRETARIAT),
        any(APPLICANT));
  }

  private static void readsDossiers(String operation) {
    row(
        operation,
        any(SECRETARIAT),
        any(PRESIDENT),
        any(VICE_PRESIDENT),
        own(JUROR),
        any(JUROR).from(DELIBERATION),
        own(APPLICANT));
  }

  private static void writesDossiers(String operation) {
    row(operation, any(SECRETARIAT).during(OPEN), own(APPLICANT).during(OPEN));
  }

  /** Jurors see other jurors' marks only from DELIBERATION on. */
  private static void readsMarks(String operation, Grant further) {
    row(
        operation,
        any(PRESIDENT).from(EVALUATION),
        own(VICE_PRESIDENT).from(EVALUATION),
        any(JUROR).from(DELIBERATION),
        further);
  }

  private static void readsReviews(String operation, Grant... further) {
    List<Grant> grants =
        new ArrayList<>(
            List.of(
                any(PRESIDENT).from(DELIBERATION),
                own(VICE_PRESIDENT).from(DELIBERATION),
                any(JUROR).from(DELIBERATION)));
    grants.addAll(List.of(further));
    row(operation, grants.toArray(Grant[]::new));
  }

  private static void readsAgain(String operation) {
    row(
        operation,
        any(PRESIDENT).during(EVALUATION, DELIBERATION),
        own(VICE_PRESIDENT).during(EVALUATION, DELIBERATION),
        any(SECRETARIAT).during(EVALUATION));
  }

  /**
   * For the president, and for the vice-president on dossiers that the president is recused from.
   */
  private static void ofThePresidents(String operation) {
    row(operation, any(PRESIDENT).during(DELIBERATION), own(VICE_PRESIDENT).during(DELIBERATION));
  }

  private static void finalResults(String operation, Grant... further) {
    List<Grant> grants =
        new ArrayList<>(List.of(any(PRESIDENT).from(FINALISED), any(SECRETARIAT).from(FINALISED)));
    grants.addAll(List.of(further));
    row(operation, grants.toArray(Grant[]::new));
  }

  /**
   * Every member of the jury votes. No dossier is in the address, so the service itself hides what
   * concerns a dossier that the caller is recused from.
   */
  private static void votes(String operation, Phase... alsoToRead) {
    List<Grant> grants = new ArrayList<>();
    for (String role : List.of(PRESIDENT, VICE_PRESIDENT, JUROR)) {
      grants.add(any(role).during(DELIBERATION, alsoToRead));
    }
    if (alsoToRead.length > 0) {
      grants.add(any(SECRETARIAT).from(FINALISED));
    }
    row(operation, grants.toArray(Grant[]::new));
  }

  private static void inCamera(String operation) {
    row(
        operation,
        any(SECRETARIAT).from(EVALUATION),
        any(PRESIDENT).from(EVALUATION),
        any(VICE_PRESIDENT).from(EVALUATION),
        any(JUROR).from(EVALUATION));
  }

  private static Grant[] organisers(Phase first, Phase... others) {
    return new Grant[] {
      any(SECRETARIAT).during(first, others), any(PRESIDENT).during(first, others)
    };
  }

  private static void ofTheJury(String operation, Phase last) {
    row(
        operation,
        any(SECRETARIAT).until(last),
        any(PRESIDENT).until(last),
        any(VICE_PRESIDENT).until(last),
        any(JUROR).until(last));
  }

  private static Grant any(String role) {
    return new Grant(role, Reach.ANY, EnumSet.allOf(Phase.class));
  }

  private static Grant membership() {
    return new Grant(JUROR, Reach.MEMBERSHIP, EnumSet.allOf(Phase.class));
  }

  private static Grant own(String role) {
    return new Grant(role, Reach.OWN, EnumSet.allOf(Phase.class));
  }

  /**
   * The chair of a dossier may do with it what a vice-president may, from DELIBERATION on: before,
   * as a juror, they may not see what others mark.
   */
  private static List<Grant> withChair(Grant... grants) {
    List<Grant> all = new ArrayList<>(List.of(grants));
    for (Grant grant : grants) {
      Set<Phase> phases = EnumSet.range(DELIBERATION, Phase.PUBLISHED);
      phases.retainAll(grant.phases());
      if (grant.role().equals(VICE_PRESIDENT) && grant.reach() == Reach.OWN && !phases.isEmpty()) {
        all.add(new Grant(JUROR, Reach.CHAIR, phases));
      }
    }
    return all;
  }

  private static void row(String operation, Grant... grants) {
    if (ROWS.put(operation, withChair(grants)) != null) {
      throw new IllegalStateException("Two rows for " + operation);
    }
  }
}
