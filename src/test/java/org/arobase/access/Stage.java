package org.arobase.access;

import static org.arobase.testing.Http.as;

import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.TestEdition;

/**
 * An edition in a given phase, with dossiers of juror1, dossiers of others, and dossiers that
 * somebody is recused from. juror1 scores {@link #OWN}, juror2 and juror3 score all of them.
 */
final class Stage {
  /** Assigned to juror1, and of the applicant's authority. */
  static final String OWN = "78138";

  /** Not assigned to juror1, and not of the applicant's authority. */
  static final String OTHERS = "35054";

  /** Assigned to juror1, who is recused from it. */
  static final String JUROR_RECUSED = "50129";

  /** The president is recused from it, so the vice-president decides on it. */
  static final String PRESIDENT_RECUSED = "35238";

  /** The vice-president is recused from it. */
  static final String VICE_RECUSED = "44109";

  /** Both are recused from it; juror3, who does not score it, was made its chair. */
  static final String CHAIRED = "56260";

  /** The account of the secretariat, which is also in the jury, is recused from it. */
  static final String SECRETARIAT_RECUSED = "29019";

  /** A juror who has declined after they were given dossiers. */
  static final String DECLINED = "juror4";

  /** A juror who has left the jury. */
  static final String WITHDRAWN = "juror5";

  /** A juror who has left the jury; the matrix erases them. */
  static final String ERASED = "juror6";

  static final List<String> ALL =
      List.of(
          OWN,
          OTHERS,
          JUROR_RECUSED,
          PRESIDENT_RECUSED,
          VICE_RECUSED,
          SECRETARIAT_RECUSED,
          CHAIRED);

  /**
   * With REML a severity affects all dossiers of a juror: hidden marks must not show in the others.
   */
  final TestEdition edition = new TestEdition("REML");

  /** An edition with its dossiers, in OPEN. */
  Stage() {
    edition.seat(Office.PRESIDENT, "president").seat(Office.VICE_PRESIDENT, "vicepresident");
    edition.seat(Office.MEMBER, "secretariat");
    for (String code : ALL) {
      edition.dossier(code, 1).assign(code, "juror2", second(code));
    }
    edition.assign(OWN, "juror1").assign(JUROR_RECUSED, "juror1");
    recuse("juror1", JUROR_RECUSED);
    recuse("president", PRESIDENT_RECUSED);
    recuse("vicepresident", VICE_RECUSED);
    recuse("secretariat", SECRETARIAT_RECUSED);
    recuse("president", CHAIRED);
    recuse("vicepresident", CHAIRED);
    leave();
  }

  /** Three who were to score {@link #OWN}: one declines, one leaves, one leaves and is erased. */
  private void leave() {
    edition.assign(OWN, DECLINED, WITHDRAWN, ERASED);
    as(DECLINED, Map.of("answer", "DECLINED"))
        .header("If-Match", "\"0\"")
        .patch("/me/jury-membership?edition=" + edition.year)
        .then()
        .statusCode(200);
    edition.withdraw(WITHDRAWN).withdraw(ERASED);
  }

  private static String second(String code) {
    return code.equals(CHAIRED) ? "juror1" : "juror3";
  }

  private void recuse(String name, String code) {
    edition.recuse(name, code).then().statusCode(201);
  }

  /** Moves the edition to this phase; in DELIBERATION juror1's sheet is open again. */
  Stage in(String phase) {
    if (phase.equals("DRAFT")) {
      edition.tryMove("DRAFT", "Pour voir").then().statusCode(200);
    }
    if (List.of("DRAFT", "OPEN").contains(phase)) {
      return this;
    }
    edition.move("EVALUATION");
    as("secretariat", Map.of("juror", "juror3", "reason", "Double déport"))
        .put(edition.at("/chairs/" + CHAIRED))
        .then()
        .statusCode(200);
    ALL.forEach(code -> edition.score(code, "juror2", 1, 3).score(code, second(code), 1, 4));
    if (phase.equals("EVALUATION")) {
      return this;
    }
    edition.score(OWN, "juror1", 1, 2).move("DELIBERATION");
    if (phase.equals("DELIBERATION")) {
      edition.reopen(OWN, "juror1");
      return this;
    }
    as("vicepresident", Map.of("level", 2, "reason", "Décision de la vice-présidence"))
        .put(edition.at("/decisions/" + PRESIDENT_RECUSED))
        .then()
        .statusCode(200);
    as("juror3", Map.of("level", 3, "reason", "Décision de la personne désignée"))
        .put(edition.at("/decisions/" + CHAIRED))
        .then()
        .statusCode(200);
    edition.finalise().then().statusCode(200);
    if (phase.equals("PUBLISHED")) {
      edition.publish().then().statusCode(200);
    }
    return this;
  }
}
