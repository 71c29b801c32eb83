package org.arobase.palmares;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.arobase.testing.Awaited;
import org.arobase.testing.Concurrently;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * An embargo ends once, by hand or at its time: never earlier, and only once when four threads look
 * at the same moment. A dry run tells beforehand whether publication is possible. A time in the
 * past, or far outside the calendar, is refused.
 */
@HttpTest
class EmbargoTest {
  private final EmbargoWatch watch;

  private final EntityManager database;

  EmbargoTest(EmbargoWatch watch, EntityManager database) {
    this.watch = watch;
    this.database = database;
  }

  /** One of the dossiers is overseas, where the code of a région has three digits. */
  private static TestEdition finalised() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("97502", 1);
    edition.assign("78138", "juror1", "juror2").assign("97502", "juror1", "juror2");
    edition.move("EVALUATION");
    for (String code : List.of("78138", "97502")) {
      edition.score(code, "juror1", 1, 3).score(code, "juror2", 1, 3);
    }
    edition.move("DELIBERATION").finalise().then().statusCode(200);
    return edition;
  }

  private static ValidatableResponse setEmbargo(TestEdition edition, Instant end) {
    String address = edition.at("/embargo");
    return as("secretariat", Map.of("endsAt", end.toString()))
        .header("If-Match", as("secretariat").get(address).header("ETag"))
        .put(address)
        .then();
  }

  @Test
  void itEndsByItselfAtItsTimeAndNotBefore() {
    TestEdition edition = finalised();
    as("secretariat").get(edition.at("/embargo")).then().body("endsAt", nullValue());
    setEmbargo(edition, Instant.now().plusSeconds(3_600)).statusCode(200);
    watch.look();
    anyone().get("/palmares/" + edition.year).then().statusCode(404);
    setEmbargo(edition, Instant.now().minusSeconds(5))
        .statusCode(422)
        .body("violations.code", hasItem("embargo-past"));
    setEmbargo(edition, Instant.now().plusSeconds(2))
        .statusCode(200)
        .body("overdue", equalTo(false));
    Awaited.until(() -> as("secretariat").get(edition.at("/embargo")).<Boolean>path("overdue"));
    List<Callable<Integer>> watches =
        Collections.nCopies(
            4,
            () -> {
              watch.look();
              return anyone().get("/palmares/" + edition.year + "/versions").statusCode();
            });
    assertEquals(List.of(200, 200, 200, 200), Concurrently.run(watches));
    anyone()
        .get("/palmares/" + edition.year)
        .then()
        .body("items.code", equalTo(List.of("78138", "97502")));
    as("secretariat")
        .get("/audit?edition=" + edition.year + "&limit=500")
        .then()
        .body("items.findAll { it.kind == 'publication' }.actor", equalTo(List.of("system")))
        .body("items.action", hasItem("PUBLISHED"));
    edition.publish().then().statusCode(409);
  }

  @Test
  void whetherItCanBePublishedIsKnownBefore() {
    TestEdition edition = finalised();
    as("secretariat")
        .post(edition.at("/publication?dryRun=true"))
        .then()
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("distribution", anEmptyMap());
    anyone().get("/palmares/" + edition.year).then().statusCode(404);
    as("secretariat").get(edition.at("")).then().body("phase", equalTo("FINALISED"));
    as("juror1").post(edition.at("/publication?dryRun=true")).then().statusCode(403);
    String level = "update outcome set level = 5 - level where dossier_id in";
    run(level + " (select id from dossier where edition_year = " + edition.year + ")");
    as("secretariat")
        .post(edition.at("/publication?dryRun=true"))
        .then()
        .statusCode(409)
        .body("type", endsWith("/record-contradicted"));
    run(level + " (select id from dossier where edition_year = " + edition.year + ")");
    as("secretariat").post(edition.at("/publication?dryRun=true")).then().statusCode(200);
  }

  private void run(String sql) {
    QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(sql).executeUpdate());
  }

  @Test
  void aTimeThatNobodyCanKeepIsRefused() {
    TestEdition edition = finalised();
    for (Object time :
        List.of("+20200-01-28T09:00:00Z", "-0044-03-15T12:00:00Z", 1_580_000_000, "1580000000")) {
      as("secretariat", Map.of("endsAt", time))
          .header("If-Match", "\"0\"")
          .put(edition.at("/embargo"))
          .then()
          .statusCode(422)
          .body("violations.pointer", hasItem("/endsAt"));
    }
  }
}
