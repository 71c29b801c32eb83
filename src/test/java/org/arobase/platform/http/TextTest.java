package org.arobase.platform.http;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.arobase.testing.Contract;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** No text that people send can be taken for something else than text. */
@HttpTest
class TextTest {
  private static final int LONGEST_LINE = 254;
  private static final Set<String> MAY_HAVE_LINES =
      Set.of("Credentials.password", "InitiativeContent.title");

  @Test
  void aControlCharacterIsRefusedWhereverItStands() {
    TestEdition edition = new TestEdition().dossier("78138", 1).assign("78138", "juror1");
    String text = "avant\u0000après";
    Map<String, Object> initiative = new HashMap<>(TestEdition.initiative("site-web"));
    initiative.put("description", text);
    List<io.restassured.response.Response> answers =
        List.of(
            as("secretariat", Map.of("name", text))
                .header("If-Match", edition.etag())
                .patch(edition.at("")),
            as("secretariat", Map.of("to", "EVALUATION", "reason", text))
                .header("If-Match", edition.etag())
                .post(edition.at("/phase")),
            as("secretariat", Map.of("name", text))
                .header("If-Match", "\"0\"")
                .patch(edition.at("/jurors/juror1")),
            as("secretariat", Map.of("reason", text))
                .header("If-Match", "\"0\"")
                .post(edition.at("/jurors/juror1/withdrawal")),
            as("secretariat", initiative).post(edition.at("/dossiers/78138/initiatives")));
    answers.forEach(
        answer ->
            answer.then().statusCode(422).body("violations[0].code", equalTo("unprintable-text")));
  }

  /** The name of an edition stands in the subject of mails. */
  @Test
  void aNameHasOneLine() {
    TestEdition edition = new TestEdition();
    as("secretariat", Map.of("name", "Édition\nBcc: everybody@example.org"))
        .header("If-Match", edition.etag())
        .patch(edition.at(""))
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/name"));
  }

  @Test
  void aLinkLeadsToTheWeb() {
    TestEdition edition = new TestEdition().dossier("78138", 1);
    for (String link :
        List.of("javascript:alert(1)", "ftp://x.fr/", "https://", "http:///x", "x.fr")) {
      Map<String, Object> initiative = new HashMap<>(TestEdition.initiative("site-web"));
      initiative.put("url", link);
      as("secretariat", initiative)
          .post(edition.at("/dossiers/78138/initiatives"))
          .then()
          .statusCode(422)
          .body("violations[0].pointer", equalTo("/url"));
    }
    Map<String, Object> initiative = new HashMap<>(TestEdition.initiative("site-web"));
    initiative.put("url", "https://www.chanteloup-les-vignes.fr/démarches?x=1#a");
    as("secretariat", initiative)
        .post(edition.at("/dossiers/78138/initiatives"))
        .then()
        .statusCode(201);
  }

  /**
   * Longer texts may have several lines; a short one that may is a name somebody forgot. Titles of
   * initiatives are pasted from documents and stand in no header.
   */
  @Test
  void everyShortTextOfARequestHasAPatternWithoutLineBreaks() {
    List<String> wrong = new ArrayList<>();
    Contract.requestTexts()
        .forEach(
            (place, schema) -> {
              int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
              boolean free = longest <= LONGEST_LINE && !MAY_HAVE_LINES.contains(place);
              String pattern = schema.path("pattern").asText("");
              if (free && (pattern.isEmpty() || Pattern.matches(pattern, "a\nb"))) {
                wrong.add(place + " " + schema);
              }
            });
    assertEquals(List.of(), wrong);
  }
}
