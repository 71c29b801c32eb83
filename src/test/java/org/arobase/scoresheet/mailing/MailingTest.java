package org.arobase.scoresheet.mailing;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.arobase.jury.Juror;
import org.arobase.platform.secrets.ServerKey;
import org.arobase.scoresheet.mailing.JuryMail.Content;
import org.arobase.scoresheet.mailing.JuryMail.Key;
import org.arobase.scoresheet.mailing.JuryMail.Kind;
import org.arobase.testing.Awaited;
import org.arobase.testing.Concurrently;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * Nobody gets a mail twice: an invitation is sent once, a reminder once a day, each in its reader's
 * language. Received by a real SMTP server: six who order at once, a mail server that is away, a
 * sender that died in the middle. What failed can be ordered again.
 */
@HttpTest
class MailingTest {
  private final int port;
  private final ServerKey server;
  private GreenMail post;

  MailingTest(@ConfigProperty(name = "quarkus.mailer.port") int port, ServerKey server) {
    this.server = server;
    this.port = port;
  }

  private void open() {
    ServerSetup setup = new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(30_000);
    post = new GreenMail(setup);
    post.start();
  }

  @AfterEach
  void close() {
    if (post != null) {
      post.stop();
    }
  }

  private static TestEdition edition() {
    TestEdition edition = new TestEdition().dossier("78138", 2).dossier("35054", 1);
    invite(edition, "juror1", "fr", "un@example.org");
    invite(edition, "juror2", "en", "two@example.org");
    invite(edition, "juror3", "fr", "");
    return edition;
  }

  private static void invite(TestEdition edition, String name, String language, String email) {
    Map<String, Object> juror =
        Map.of(
            "id",
            name,
            "username",
            name,
            "name",
            "Juré " + name,
            "language",
            language,
            "email",
            email);
    as("secretariat", juror).post(edition.at("/jurors")).then().statusCode(201);
  }

  private static Response order(TestEdition edition, Map<String, Object> order, boolean dryRun) {
    return as("secretariat", order).post(edition.at("/mailings?dryRun=" + dryRun));
  }

  private static void awaited(Response ordered, int sent, int failed) {
    String job = ordered.then().statusCode(200).extract().path("job");
    Awaited.job("secretariat", job)
        .body("state", equalTo("DONE"))
        .body("result.sent", equalTo(sent))
        .body("result.failed", equalTo(failed));
  }

  private MimeMessage to(String address) throws MessagingException {
    for (MimeMessage message : post.getReceivedMessages()) {
      if (message.getRecipients(RecipientType.TO)[0].toString().equals(address)) {
        return message;
      }
    }
    throw new AssertionError("Nothing for " + address);
  }

  /** The first invitation went to an address that nobody reads. */
  @Test
  void aCorrectedAddressGetsItsInvitation() throws MessagingException {
    open();
    TestEdition edition = edition();
    Map<String, Object> invitation = Map.of("kind", "INVITATION", "jurors", List.of("juror1"));
    awaited(order(edition, invitation, false), 1, 0);
    String juror = edition.at("/jurors/juror1");
    as("secretariat", Map.of("email", "juste@example.org"))
        .header("If-Match", as("secretariat").get(juror).header("ETag"))
        .patch(juror)
        .then()
        .statusCode(200);
    awaited(order(edition, invitation, false), 1, 0);
    to("juste@example.org");
    order(edition, invitation, false).then().body("lines.outcome", contains("WRITTEN_BEFORE"));
  }

  @Test
  void aMailThatSqlHasChangedIsNotSigned() {
    TestEdition edition = edition();
    for (String change : List.of("address = 'x@example.org'", "subject = 'x'", "body = 'x'")) {
      boolean[] signed =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    Long juror = Juror.required(edition.year, "juror1").id;
                    Key key = new Key(edition.year, juror, Kind.REMINDER, change.substring(0, 9));
                    Content content = new Content("un@example.org", "Sujet", "Texte");
                    JuryMail.write(key, content, Instant.EPOCH, false, server);
                    JuryMail mail = JuryMail.<JuryMail>findById(key);
                    boolean before = mail.isSigned(server);
                    JuryMail.getEntityManager()
                        .createNativeQuery("update mail set " + change + " where occasion = ?1")
                        .setParameter(1, key.occasion())
                        .executeUpdate();
                    JuryMail.getEntityManager().refresh(mail);
                    return new boolean[] {before, mail.isSigned(server)};
                  });
      assertArrayEquals(new boolean[] {true, false}, signed, change);
    }
  }

  @Test
  void invitationsAreSentOnceAndInTheReadersLanguage() throws MessagingException, IOException {
    open();
    TestEdition edition = edition();
    Map<String, Object> order = Map.of("kind", "INVITATION");
    for (boolean dryRun : new boolean[] {true, true, false}) {
      Response ordered = order(edition, order, dryRun);
      ordered
          .then()
          .statusCode(200)
          .body("lines.juror", contains("juror1", "juror2", "juror3"))
          .body("lines.outcome", contains("QUEUED", "QUEUED", "WITHOUT_ADDRESS"));
      if (dryRun) {
        ordered.then().body("job", nullValue());
      } else {
        awaited(ordered, 2, 0);
      }
    }
    assertEquals(2, post.getReceivedMessages().length);
    assertTrue(to("un@example.org").getSubject().startsWith("Invitation au jury"));
    assertTrue(to("two@example.org").getContent().toString().startsWith("Hello Juré juror2,"));
    order(edition, order, false)
        .then()
        .body("lines.outcome", contains("WRITTEN_BEFORE", "WRITTEN_BEFORE", "WITHOUT_ADDRESS"))
        .body("job", nullValue());
    as("secretariat")
        .get(edition.at("/mailings?limit=1"))
        .then()
        .body("total", equalTo(2))
        .body("items.state", contains("SENT"))
        .body("nextCursor", notNullValue());
    as("juror1").get(edition.at("/mailings")).then().statusCode(403);
  }

  @Test
  void whoHasSomethingLeftIsRemindedOnceADay() throws MessagingException, IOException {
    open();
    TestEdition edition = edition();
    edition.assign("78138", "juror1", "juror2").assign("35054", "juror1");
    order(edition, Map.of("kind", "REMINDER"), false).then().statusCode(409);
    edition.move("EVALUATION").score("78138", "juror2", 2, 3).score("35054", "juror1", 1, 3);
    as("secretariat", Map.of("evaluationEndsAt", "2020-01-20T17:00:00Z"))
        .header("If-Match", edition.etag())
        .patch(edition.at(""));
    Map<String, Object> order = Map.of("kind", "REMINDER", "onlyLate", true);
    awaited(order(edition, order, false), 1, 0);
    String text = to("un@example.org").getContent().toString();
    assertTrue(text.contains("1 feuille(s) à soumettre et 10 note(s)"), text);
    assertTrue(text.contains("lundi 20 janvier 2020"), text);
    order(edition, order, false).then().body("lines.outcome", contains("WRITTEN_BEFORE"));
    order(edition, Map.of("kind", "REMINDER", "jurors", List.of("juror2")), false)
        .then()
        .body("lines", empty());
    assertEquals(1, post.getReceivedMessages().length);
  }

  @RepeatedTest(5)
  void ofManyWhoOrderAtOnceEachMailIsSentByOne() {
    open();
    TestEdition edition = edition();
    Callable<String> ordering =
        () ->
            order(edition, Map.of("kind", "INVITATION"), false)
                .then()
                .statusCode(200)
                .extract()
                .path("job");
    Concurrently.run(Collections.nCopies(6, ordering)).stream()
        .filter(job -> job != null)
        .forEach(job -> Awaited.job("secretariat", job).body("state", equalTo("DONE")));
    assertEquals(
        List.of("two@example.org", "un@example.org"),
        Arrays.stream(post.getReceivedMessages()).map(MailingTest::recipient).sorted().toList());
  }

  private static String recipient(MimeMessage message) {
    return GreenMailUtil.getAddressList(recipients(message));
  }

  private static jakarta.mail.Address[] recipients(MimeMessage message) {
    try {
      return message.getRecipients(RecipientType.TO);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** The sender of these mails has died or was stopped. */
  @Test
  void whatStillWaitsIsSentByTheNextOrder() {
    open();
    TestEdition edition = edition();
    Map<String, Object> order = Map.of("kind", "INVITATION", "jurors", List.of("juror1"));
    awaited(order(edition, order, false), 1, 0);
    rewrite(edition, "WAITING");
    awaited(order(edition, order, false), 1, 0);
    rewrite(edition, "SENDING");
    order(edition, order, false).then().body("lines.outcome", contains("WRITTEN_BEFORE"));
    Map<String, Object> again = new HashMap<>(order);
    again.put("again", true);
    order(edition, again, false).then().body("lines.outcome", contains("WRITTEN_BEFORE"));
    QuarkusTransaction.requiringNew()
        .run(() -> JuryMail.update("claimedAt = ?1", Instant.now().minusSeconds(7200)));
    awaited(order(edition, again, false), 1, 0);
    assertEquals(3, post.getReceivedMessages().length);
  }

  private static void rewrite(TestEdition edition, String state) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                JuryMail.update(
                    "state = ?1 where editionYear = ?2",
                    JuryMail.State.valueOf(state),
                    edition.year));
  }

  @Test
  void whereThereIsNoMailServerItFailsAndCanBeOrderedAgain() {
    TestEdition edition = edition();
    Map<String, Object> order = Map.of("kind", "INVITATION", "jurors", List.of("juror1"));
    awaited(order(edition, order, false), 0, 1);
    as("secretariat").get(edition.at("/mailings")).then().body("items.state", contains("FAILED"));
    open();
    awaited(order(edition, order, false), 1, 0);
    assertEquals(1, post.getReceivedMessages().length);
    assertTrue(
        Instant.now()
            .isAfter(
                Instant.parse(
                    as("secretariat").get(edition.at("/mailings")).path("items[0].sentAt"))));
  }
}
