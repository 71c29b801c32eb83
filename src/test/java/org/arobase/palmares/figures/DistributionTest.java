package org.arobase.palmares.figures;

import static org.arobase.testing.Http.anyone;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * Past results are shown as they were published: for 2006, 10, 24, 57, 64 and 57 authorities at 5
 * to 1 @, and 11 mentions. What no source tells is not made up: such an edition is marked as not
 * complete. Our own editions are counted once they are published, also for a région or a
 * département.
 */
@HttpTest
class DistributionTest {
  private static JsonPath distributions(String query) {
    return anyone()
        .get("/palmares/distributions" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void thePastIsAsItsSourcesToldIt() {
    JsonPath all = distributions("");
    Map<String, Integer> of2006 = all.getMap("find { it.year == 2006 }.levels");
    assertEquals(Map.of("5", 10, "4", 24, "3", 57, "2", 64, "1", 57, "0", 11), of2006);
    assertEquals(223, all.getInt("find { it.year == 2006 }.total"));
    assertEquals(true, all.getBoolean("find { it.year == 2006 }.complete"));
    assertEquals(
        Map.of("5", 24, "4", 28, "3", 106, "2", 97, "1", 48),
        all.getMap("find { it.year == 2011 }.levels"));
    // figures that no source gives are not made up
    assertEquals(false, all.getBoolean("find { it.year == 2015 }.complete"));
    assertEquals(Map.of(), all.getMap("find { it.year == 2019 }.levels"));
    assertEquals(234, all.getInt("find { it.year == 2019 }.total"));
    List<Integer> years = all.getList("year");
    assertEquals(years.stream().sorted((a, b) -> b - a).toList(), years);
  }

  @Test
  void ourOwnAreCountedOnceTheyArePublishedAndByRegion() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2").assign("35054", "juror1", "juror2");
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    edition.score("78138", "juror1", 1, 3).score("78138", "juror2", 1, 3);
    edition.score("35054", "juror1", 1, 1).score("35054", "juror2", 1, 1);
    edition.move("DELIBERATION").finalise().then().statusCode(200);
    anyone().get("/palmares/distributions").then().body("year", not(hasItem(edition.year)));
    edition.publish().then().statusCode(200);
    String own = "find { it.year == " + edition.year + " }";
    anyone()
        .get("/palmares/distributions")
        .then()
        .body(own + ".total", equalTo(2))
        .body(own + ".complete", equalTo(true))
        .body(own + ".source", equalTo("arobase"));
    anyone()
        .get("/palmares/distributions?region=11")
        .then()
        .body(own + ".total", equalTo(1))
        .body(own + ".levels.size()", equalTo(1));
    anyone().get("/palmares/distributions?region=93").then().body(own, nullValue());
    anyone().get("/palmares/distributions?region=99").then().body("", empty());
  }

  @Test
  void ofAPartOfTheCountrySingleLabelsOfThePastAreCounted() {
    JsonPath west = distributions("?department=29");
    assertEquals(false, west.getBoolean("find { it.year == 2005 }.complete"));
    assertEquals(Map.of("3", 1), west.getMap("find { it.year == 2005 }.levels"));
  }
}
