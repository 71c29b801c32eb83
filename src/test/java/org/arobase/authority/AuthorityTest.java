package org.arobase.authority;

import static org.arobase.testing.Http.anyone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.arobase.testing.Http;
import org.arobase.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@HttpTest
class AuthorityTest {

  @ParameterizedTest
  @CsvSource({"MUNICIPALITY, 34969", "INTERMUNICIPALITY, 1255", "DEPARTMENT, 109"})
  void theReferenceDataIsComplete(String kind, int count) {
    anyone().get("/authorities?limit=1&kind=" + kind).then().body("total", equalTo(count));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"chanteloup", "CHANTELOUP", "Chantéloup-les", "chanteloup les v", "78138"})
  void aPrefixFindsTheCommuneWithoutAccentsOrCase(String q) {
    anyone()
        .queryParam("q", q)
        .get("/authorities")
        .then()
        .statusCode(200)
        .body("items.code", hasItem("78138"))
        .body("items.name", hasItem("Chanteloup-les-Vignes"));
  }

  @ParameterizedTest
  @CsvSource({"oeuilly, Œuilly", "evry courcouronnes, Évry-Courcouronnes", "l'ha, L'Haÿ-les-Roses"})
  void ligaturesAndAccentsAreNoObstacle(String q, String name) {
    anyone().queryParam("q", q).get("/authorities").then().body("items.name", hasItem(name));
  }

  @Test
  void filtersNarrowASearch() {
    anyone()
        .get("/authorities?q=chanteloup&department=78")
        .then()
        .body("items.code", contains("78138"))
        .body("items[0].regionName", equalTo("Île-de-France"))
        .body("items[0].population", equalTo(10861));
    anyone()
        .get("/authorities?q=chanteloup&region=28")
        .then()
        .body("items.code", contains("50120"));
  }

  @Test
  void aWildcardIsALetterLikeAnother() {
    anyone().queryParam("q", "%chanteloup").get("/authorities").then().body("total", equalTo(6));
    anyone().queryParam("q", "ch_nteloup").get("/authorities").then().body("total", equalTo(0));
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    List<String> codes = new ArrayList<>();
    String next = "/authorities?department=75&limit=3&kind=INTERMUNICIPALITY";
    String all = "/authorities?q=saint-ouen&limit=4";
    next = all;
    int pages = 0;
    while (next != null) {
      Response page = anyone().get(next);
      codes.addAll(page.path("items.code"));
      String cursor = page.path("nextCursor");
      next = cursor == null ? null : all + "&cursor=" + cursor;
      if (cursor != null) {
        page.then().header("Link", startsWith("</api/v1/authorities?")).body("items", hasSize(4));
      }
      pages++;
    }
    int total = anyone().get(all).path("total");
    assertEquals(total, codes.size());
    assertEquals(total, new HashSet<>(codes).size());
    assertEquals((total + 3) / 4, pages);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "cursor=%25", "kind=TOWN"})
  void anUnusableParameterIsRefused(String query) {
    anyone()
        .get("/authorities?" + query)
        .then()
        .statusCode(400)
        .body("type", equalTo("/api/v1/problems/invalid-parameter"));
  }

  /** If a typo in a filter's name were ignored, the answer would be the whole list. */
  @Test
  void aParameterThatDoesNotExistIsRefusedAndTheOthersAreNamed() {
    anyone()
        .header("Accept-Language", "en")
        .get("/authorities?kind=MUNICIPALITY&limt=2")
        .then()
        .statusCode(400)
        .body("type", equalTo("/api/v1/problems/unknown-parameter"))
        .body("detail", startsWith("This operation has no query parameter limt. It has: cursor,"));
    anyone().get("/authorities/78138?kind=x").then().statusCode(400);
    anyone().get("/editions?levl=4").then().statusCode(401);
  }

  /** Mailers and social networks add these parameters, which are in no contract. */
  @Test
  void whatOthersAddToAnAddressDoesNotBreakIt() throws IOException {
    String code = "/authorities/78138?utm_source=mail&fbclid=1";
    try (InputStream body = Http.streamed("", code).body()) {
      assertEquals("78138", JsonPath.from(body).getString("code"));
    }
  }

  /** JSON and CSV are forms of one operation, with the same parameters. */
  @Test
  void aTableTakesTheParametersOfTheList() {
    for (String form : List.of("application/json", "text/csv")) {
      anyone().accept(form).get("/palmares/2006?level=5&limit=2").then().statusCode(404);
      anyone()
          .accept(form)
          .get("/palmares/2006?levl=5")
          .then()
          .statusCode(400)
          .contentType(startsWith("application/problem+json"));
    }
  }

  @Test
  void anUnknownCodeIsSaidToBeUnknown() {
    anyone().get("/authorities/00000").then().statusCode(404);
    anyone()
        .get("/authorities/00000/labels")
        .then()
        .statusCode(404)
        .body("type", equalTo("/api/v1/problems/authority-not-found"));
  }

  @Test
  void pastLabelsComeWithTheirSource() {
    anyone()
        .get("/authorities/33056/labels")
        .then()
        .body("year", contains(2008, 2006))
        .body("level", contains(5, 5))
        .body("source[0]", startsWith("https://banquedesterritoires.fr/"));
  }
}
