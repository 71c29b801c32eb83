package org.arobase.deliberation.distinction;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Map;
import org.arobase.audit.Rewriting;
import org.arobase.authority.LabelRecord;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Special mentions, the green @ and Territoire d'excellence numérique are proposed by policy from
 * the label's history, and given by the jury. Excellence is proposed after as many results of level
 * 5 as the policy sets, in a row or not, and not to an authority that holds it. The list is
 * replaced as a whole, on the version that was seen.
 */
@HttpTest
class DistinctionTest {
  private static final String CODE = "01007";
  private static final String HISTORY = "distinction-test";

  private static TestEdition deliberation(Map<String, Object> distinctions) {
    return deliberation(CODE, distinctions);
  }

  private static TestEdition deliberation(String code, Map<String, Object> distinctions) {
    TestEdition edition =
        new TestEdition(Map.of("severity", "NONE", "distinctions", distinctions))
            .dossier(code, 1)
            .assign(code, "juror1", "juror2")
            .move("EVALUATION");
    edition.score(code, "juror1", 1, 5).score(code, "juror2", 1, 5);
    edition.move("DELIBERATION");
    as("president", Map.of("level", 5, "reason", "Unanimité"))
        .put(edition.at("/decisions/" + code))
        .then()
        .statusCode(200);
    return edition;
  }

  private static Map<String, Object> policy(int after, boolean consecutive) {
    return Map.of("excellenceAfter", after, "consecutive", consecutive, "excellenceYears", 3);
  }

  /** Records 5 @ in editions before the test's, each this number of years back. */
  private static void fives(TestEdition edition, int... back) {
    Rewriting.unrecorded(
        () -> {
          for (int n : back) {
            LabelRecord label = new LabelRecord();
            label.authorityCode = CODE;
            label.authorityName = "Ambronay";
            label.edition = edition.year - 1000 - n;
            label.year = edition.year - n;
            label.level = 5;
            label.source = HISTORY;
            label.persist();
          }
        });
  }

  @AfterEach
  void historyIsAsItWas() {
    QuarkusTransaction.requiringNew().run(() -> LabelRecord.delete("source", HISTORY));
  }

  @Test
  void excellenceIsProposedAfterSoManyFives() {
    TestEdition edition = deliberation(policy(3, false));
    String address = edition.at("/distinctions/" + CODE);
    fives(edition, 1);
    as("president").get(address).then().body("proposals", empty());
    fives(edition, 4);
    as("president")
        .get(address)
        .then()
        .body("proposals.kind", contains("EXCELLENCE"))
        .body("proposals[0].years", contains(edition.year - 4, edition.year - 1, edition.year));
    as("president").get(edition.at("/distinctions")).then().body("items.dossier", contains(CODE));
  }

  @Test
  void inARowIfPolicySaysSo() {
    TestEdition edition = deliberation(policy(3, true));
    fives(edition, 1, 4);
    String address = edition.at("/distinctions/" + CODE);
    as("president").get(address).then().body("proposals", empty());
    fives(edition, 2);
    as("president").get(address).then().body("proposals.kind", contains("EXCELLENCE"));
  }

  @Test
  void whatIsGivenIsSaidWholeAndOnTheVersionSeen() {
    // another authority: the holder of a distinction in one edition is not proposed for it in the
    // next
    TestEdition edition = deliberation("01008", policy(6, false));
    String address = edition.at("/distinctions/01008");
    Map<String, Object> given =
        Map.of(
            "distinctions",
            List.of(
                Map.of("kind", "EXCELLENCE", "reason", "Six fois"),
                Map.of("kind", "SPECIAL_MENTION", "title", "Mention école", "reason", "Classes")));
    String etag = as("president").get(address).header("ETag");
    as("president", given)
        .header("If-Match", etag)
        .put(address)
        .then()
        .statusCode(200)
        .body("distinctions.kind", contains("SPECIAL_MENTION", "EXCELLENCE"))
        .body("distinctions[1].untilYear", equalTo(edition.year + 2));
    as("president", given).header("If-Match", etag).put(address).then().statusCode(412);
    as("juror1").get(address).then().statusCode(200);
    as("secretariat").get(address).then().statusCode(409);
    TestEdition next = deliberation("01008", policy(1, false));
    as("president")
        .get(next.at("/distinctions/01008"))
        .then()
        .body("proposals.kind", not(hasItem("EXCELLENCE")));
  }

  @Test
  void aSpecialMentionHasATitleAndTheOthersAreGivenOnce() {
    TestEdition edition = deliberation(policy(6, false));
    Map<String, Object> wrong =
        Map.of(
            "distinctions",
            List.of(
                Map.of("kind", "SPECIAL_MENTION", "reason", "Sans titre"),
                Map.of("kind", "GREEN_AT", "title", "Vert", "reason", "Avec titre"),
                Map.of("kind", "GREEN_AT", "reason", "Deux fois")));
    as("president", wrong)
        .header("If-Match", "\"0\"")
        .put(edition.at("/distinctions/" + CODE))
        .then()
        .statusCode(422)
        .body(
            "violations.pointer",
            contains("/distinctions/0/title", "/distinctions/1/title", "/distinctions/2/kind"));
  }
}
