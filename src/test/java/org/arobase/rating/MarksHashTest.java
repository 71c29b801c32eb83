package org.arobase.rating;

import static org.arobase.testing.Http.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.Transactions;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * The hash of a dossier's marks tells nothing of them. Marks have few possible values: without a
 * secret, whoever is recused would try them all until the published hash comes out.
 */
@HttpTest
class MarksHashTest {
  private final RatingInputs inputs;

  MarksHashTest(RatingInputs inputs) {
    this.inputs = inputs;
  }

  @Test
  void whoGuessesEveryMarkCannotConfirmThem() {
    TestEdition edition = edition();
    String shown = as("president").get(edition.at("/ratings/78138")).path("marksHash");
    assertNotEquals(guessed(edition, 3, 4), shown);
  }

  @Test
  void itChangesWithTheMarks() {
    TestEdition edition = edition();
    String shown = as("president").get(edition.at("/ratings/78138")).path("marksHash");
    assertEquals(shown, as("president").get(edition.at("/ratings/78138")).path("marksHash"));
    edition.score("78138", "juror3", 1, 5);
    assertNotEquals(shown, as("president").get(edition.at("/ratings/78138")).path("marksHash"));
  }

  /** Two dossiers with the same marks must not show it. */
  @Test
  void equalMarksHaveOtherHashesInAnotherEdition() {
    assertNotEquals(
        as("president").get(edition().at("/ratings/78138")).<String>path("marksHash"),
        as("president").get(edition().at("/ratings/78138")).<String>path("marksHash"));
  }

  private static TestEdition edition() {
    TestEdition edition = new TestEdition().dossier("78138", 1);
    edition.assign("78138", "juror1", "juror2", "juror3").move("EVALUATION");
    return edition.score("78138", "juror1", 1, 3).score("78138", "juror2", 1, 4);
  }

  /** What an outsider computes who knows everything but the secret. */
  private String guessed(TestEdition edition, int first, int second) {
    RatingInput input =
        Transactions.inNew(
            () -> {
              Edition found = Edition.required(edition.year);
              return inputs.of(found, List.of(Dossier.required(edition.year, "78138"))).get(0);
            });
    Map<String, Map<Cell, Mark>> marks =
        Map.of("juror1", all(input.grid(), first), "juror2", all(input.grid(), second));
    return Canonical.hash(MarksHash.content("78138", input.stratum(), null, input.grid(), marks));
  }

  /** A sheet with the same value everywhere. */
  static Map<Cell, Mark> all(Grid grid, int value) {
    Map<Cell, Mark> marks = new HashMap<>();
    grid.initiatives()
        .forEach(
            i ->
                grid.criteria()
                    .forEach(c -> marks.put(new Cell(i.number(), c.code()), Mark.of(value))));
    return marks;
  }
}
