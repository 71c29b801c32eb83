package org.arobase.deliberation.seal;

import static org.arobase.testing.Http.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * Final results tell nothing of a dossier that is hidden from their reader. Scores are fitted
 * together: two editions that differ only in the marks of the hidden dossier look the same.
 */
@HttpTest
class SealSecrecyTest {
  private static final String HIDDEN = "35238";
  private static final List<String> SHOWN = List.of("78138", "35054", "44109", "29019");
  private static final List<String> JURORS = List.of("juror1", "juror2", "juror3");

  private record Figure(String path, String field) {}

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("/seals/1", "results.dossiers.score"),
          new Figure("/seals/1", "results.dossiers.probability"),
          new Figure("/anonymised-marks", "dossiers.sealed.score"));

  /** Finalised, with these marks of the three jurors on the dossier that the president is off. */
  private static TestEdition finalised(int... hidden) {
    TestEdition edition = new TestEdition("REML");
    edition.seat(Office.PRESIDENT, "president").seat(Office.VICE_PRESIDENT, "vicepresident");
    SHOWN.forEach(code -> edition.dossier(code, 1).assign(code, JURORS.toArray(String[]::new)));
    edition.dossier(HIDDEN, 1).assign(HIDDEN, JURORS.toArray(String[]::new));
    edition.recuse("president", HIDDEN).then().statusCode(201);
    edition.move("EVALUATION");
    for (int j = 0; j < JURORS.size(); j++) {
      for (int d = 0; d < SHOWN.size(); d++) {
        edition.score(SHOWN.get(d), JURORS.get(j), 1, Math.min(5, d + j));
      }
      edition.score(HIDDEN, JURORS.get(j), 1, hidden[j]);
    }
    edition.move("DELIBERATION");
    as("vicepresident", Map.of("level", 2, "reason", "Décision de la vice-présidence"))
        .put(edition.at("/decisions/" + HIDDEN))
        .then()
        .statusCode(200);
    edition.finalise().then().statusCode(200);
    return edition;
  }

  private static List<Object> read(TestEdition edition, String user, Figure figure) {
    return as(user)
        .get(edition.at(figure.path()))
        .then()
        .statusCode(200)
        .extract()
        .path(figure.field());
  }

  @Test
  void theHiddenMarksAreInNoFigure() {
    TestEdition mild = finalised(2, 3, 4);
    TestEdition harsh = finalised(5, 3, 0);
    for (Figure figure : FIGURES) {
      assertEquals(
          read(mild, "president", figure), read(harsh, "president", figure), figure.field());
      // who sees the dossier sees that its marks matter
      assertNotEquals(
          read(mild, "secretariat", figure), read(harsh, "secretariat", figure), figure.field());
    }
  }
}
