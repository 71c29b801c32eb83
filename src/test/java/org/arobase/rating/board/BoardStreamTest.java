package org.arobase.rating.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.Http;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** The stream of the board sends each change. */
@HttpTest
class BoardStreamTest {

  /** The next data of the stream; null when the stream has ended. */
  private static JsonPath next(BufferedReader events) throws IOException {
    for (String line = events.readLine(); line != null; line = events.readLine()) {
      if (line.startsWith("data:")) {
        return new JsonPath(line.substring("data:".length()));
      }
    }
    return null;
  }

  private static TestEdition begun() {
    TestEdition edition = new TestEdition().dossier("35238", 1).dossier("78138", 1);
    edition.assign("35238", "juror1", "juror2").assign("78138", "juror1", "juror2");
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    return edition.score("35238", "juror1", 1, 3);
  }

  private static BufferedReader events(TestEdition edition) {
    HttpResponse<InputStream> answer = Http.streamed("president", edition.at("/ratings/stream"));
    assertEquals(200, answer.statusCode());
    assertTrue(
        answer.headers().firstValue("Content-Type").orElseThrow().startsWith("text/event-stream"));
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  @Test
  void whatChangesComesByItself() throws IOException {
    TestEdition edition = begun();
    try (BufferedReader events = events(edition)) {
      JsonPath first = next(events);
      assertEquals(List.of("35238", "78138"), first.getList("changed.dossier"));
      edition.score("35238", "juror2", 1, 5);
      JsonPath second = next(events);
      assertEquals(List.of("35238"), second.getList("changed.dossier"));
      assertEquals(List.of(0.8f), second.getList("changed.score"));
      assertEquals(List.of(), second.getList("gone"));
    }
  }

  @Test
  void whoIsRecusedSeesTheDossierGoAndNothingMoreOfIt() throws IOException {
    TestEdition edition = begun();
    try (BufferedReader events = events(edition)) {
      next(events);
      edition.recuse("president", "78138").then().statusCode(201);
      assertEquals(List.of("78138"), next(events).getList("gone"));
      edition.score("78138", "juror1", 1, 2);
      edition.score("35238", "juror2", 1, 4);
      assertEquals(List.of("35238"), next(events).getList("changed.dossier"));
    }
  }

  @Test
  void theStreamEndsWithThePresidency() throws IOException {
    TestEdition edition = begun();
    try (BufferedReader events = events(edition)) {
      next(events);
      edition.seat(Office.MEMBER, "president").seat(Office.PRESIDENT, "juror4");
      assertNull(next(events));
    }
  }
}
