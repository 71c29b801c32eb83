package org.arobase;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** The main job from end to end: from marks to a palmarès. */
@HttpTest
class JourneyTest {

  @Test
  void fromAJurorsMarksToThePalmares() {
    TestEdition edition = new TestEdition().dossier("78138", 4).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2").assign("35054", "juror1", "juror2");
    edition.move("EVALUATION");

    as("juror1")
        .get("/me/score-sheets?edition=" + edition.year)
        .then()
        .statusCode(200)
        .body("items.dossier", contains("35054", "78138"))
        .body("items.progress.required", contains(5, 20));
    edition.score("78138", "juror1", 4, 4).score("78138", "juror2", 4, 3);
    edition.score("35054", "juror1", 1, 2).score("35054", "juror2", 1, 2);

    // (.8 + .6) / 2 = .7, above .60: enough for 4 @, but level 4 needs 5 issues and there are 4
    as("president")
        .get(edition.at("/ratings/78138"))
        .then()
        .statusCode(200)
        .body("rating.score", equalTo(0.7f))
        .body("rating.levelByScore", equalTo(4))
        .body("rating.level", equalTo(3))
        .body("next.level", equalTo(4))
        .body("next.gates", hasSize(1))
        .body("jurors.juror", contains("juror1", "juror2"));

    edition.move("DELIBERATION");
    as("president", Map.of("level", 4, "reason", "Le jury salue l’ensemble."))
        .put(edition.at("/decisions/78138"))
        .then()
        .statusCode(200)
        .body("computedLevel", equalTo(3));
    as("president", Map.of())
        .post(edition.at("/finalisation?dryRun=true"))
        .then()
        .statusCode(200)
        .body("blockers", hasSize(0))
        .body("distribution", equalTo(Map.of("2", 1, "4", 1)));
    edition.finalise().then().statusCode(200);
    anyone().get("/palmares/" + edition.year).then().statusCode(404);
    edition.publish().then().statusCode(200);

    anyone()
        .get("/palmares/" + edition.year + "?department=78")
        .then()
        .statusCode(200)
        .body("items.name", contains("Chanteloup-les-Vignes"))
        .body("items.level", contains(4))
        .body("total", equalTo(1))
        .body("nextCursor", nullValue());
    anyone()
        .get("/authorities/78138/labels")
        .then()
        .body("find { it.year == " + edition.year + " }.level", equalTo(4));
  }
}
