package org.arobase.audit;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.arobase.audit.sealing.Checkpoint;
import org.arobase.audit.sealing.LogSequencer;
import org.arobase.audit.sealing.Verifier;
import org.arobase.audit.sealing.Verifier.Finding;
import org.arobase.audit.sealing.Verifier.Kind;
import org.arobase.authority.ReferenceData;
import org.arobase.jury.Juror.Office;
import org.arobase.platform.database.Transactions;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Meeting;
import org.arobase.testing.Rounds;
import org.arobase.testing.TestEdition;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nobody without the audit key changes the past unnoticed, and nothing is built on such a change.
 * With the database's checks off, SQL edits each column of each protected table, inserts into and
 * deletes from each of 40 tables, and reorders, cuts off and forges events; a restart or an import
 * hides nothing. All is found or refused: writes, steps, finalisation and publication answer
 * record-contradicted. Not covered: an event deleted before it is sealed (five seconds), or given
 * another number; only the change that a deleted one recorded is then found.
 */
@HttpTest
class TamperTest {
  /** The tables of the audit record, and all tables whose changes it records. */
  static final List<String> PROTECTED =
      List.of(
          "audit_event",
          "audit_leaf",
          "audit_checkpoint",
          "account",
          "framework",
          "edition",
          "dossier",
          "initiative",
          "initiative_service",
          "juror",
          "assignment",
          "recusal",
          "dossier_chair",
          "score_sheet",
          "submission",
          "review",
          "review_voice",
          "decision",
          "deliberation_session",
          "attendance",
          "motion",
          "ballot",
          "distinction_list",
          "distinction",
          "seal",
          "correction",
          "signing_key",
          "published_document",
          "published_credential",
          "embargo",
          "finalisation",
          "outcome",
          "publication",
          "label_record",
          "past_distribution",
          "past_mention",
          "imported_table",
          "region",
          "local_authority");

  /** Internal ids without a meaning: no other row and nobody outside knows them. */
  private static final Set<String> MEANINGLESS =
      Set.of(
          "submission.id",
          "decision.id",
          "dossier_chair.id",
          "outcome.id",
          "initiative.id",
          "label_record.id",
          "past_mention.id",
          "published_document.id",
          "published_credential.id");

  private static final long SEED = 20261127;
  private static final int COPIES = Rounds.of(1000, 20);

  private final EntityManager database;
  private final Verifier verifier;
  private final LogSequencer sealer;
  private final Audit audit;
  private final Baseline baseline;
  private final ReferenceData reference;
  private final Instance<StateSource> audited;
  private TestEdition edition;

  TamperTest(
      EntityManager database,
      Verifier verifier,
      LogSequencer sealer,
      Audit audit,
      Baseline baseline,
      ReferenceData reference,
      @Any Instance<StateSource> audited) {
    this.database = database;
    this.verifier = verifier;
    this.sealer = sealer;
    this.audit = audit;
    this.baseline = baseline;
    this.reference = reference;
    this.audited = audited;
  }

  @BeforeEach
  void somethingOfEverything() {
    edition = new TestEdition().dossier("78138", 2).assign("78138", "juror1", "juror2", "juror3");
    edition.recuse("juror3", "78138").then().statusCode(201);
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    chair();
    String sheet = edition.sheetOf("78138");
    Map<String, Object> written = new HashMap<>(TestEdition.sheet(2, 3));
    written.put("comments", List.of(Map.of("initiative", 1, "text", "Bien")));
    edition.submit("78138", "juror1", written);
    edition.score("78138", "juror2", 2, 4);
    sealer.seal();
    edition.move("DELIBERATION");
    String review = edition.at("/reviews/78138");
    as(
            "president",
            Map.of("stage", "CONSENSUS", "statement", "Avis", "rapporteur", "juror2", "level", 3))
        .header("If-Match", "\"0\"")
        .put(review)
        .then()
        .statusCode(200);
    as("juror1", Map.of("version", 1, "agrees", false, "remark", "Trop haut"))
        .post(review + "/voices")
        .then()
        .statusCode(201);
    as("president", Map.of("level", 3)).put(edition.at("/decisions/78138")).then().statusCode(200);
    Meeting meeting = Meeting.of(edition, "juror1", "juror2", "president");
    meeting.move(Map.of("kind", "OTHER", "text", "Motion"));
    meeting.vote("juror1", 1, "FOR").close(1, null).end();
    as("president", Map.of("distinctions", List.of(Map.of("kind", "GREEN_AT", "reason", "Vert"))))
        .header("If-Match", "\"0\"")
        .put(edition.at("/distinctions/78138"))
        .then()
        .statusCode(200);
    edition.finalise().then().statusCode(200);
    as("president", Map.of("endsAt", "2999-01-01T00:00:00Z"))
        .header("If-Match", "\"0\"")
        .put(edition.at("/embargo"))
        .then()
        .statusCode(200);
    edition.publish().then().statusCode(200);
    Map<String, Object> level = Map.of("dossier", "78138", "level", 5, "reason", "Erreur");
    as("president", Map.of("reason", "Erreur", "changes", List.of(level)))
        .header("If-Match", edition.etag())
        .post(edition.at("/corrections"))
        .then()
        .statusCode(200);
    sealer.seal();
  }

  /** A chair is appointed while the president is recused; then the president is back. */
  private void chair() {
    Response recused = edition.recuse("president", "78138");
    as("secretariat", Map.of("juror", "juror2", "reason", "Double déport"))
        .put(edition.at("/chairs/78138"))
        .then()
        .statusCode(200);
    as("secretariat")
        .header("If-Match", recused.header("ETag"))
        .queryParam("reason", "Erreur")
        .delete(edition.at("/recusals/" + recused.path("id")))
        .then()
        .statusCode(204);
  }

  private List<Finding> findings() {
    database.clear();
    return verifier.verify().findings();
  }

  @Test
  void everyEditOfEveryColumnIsFound() {
    List<Finding> before = Transactions.inNew(this::findings);
    List<String> escaped = new ArrayList<>();
    int found = 0;
    int refused = 0;
    for (String[] column : Rounds.some(columns(), 30)) {
      String name = column[0] + "." + column[1];
      if (MEANINGLESS.contains(name)) {
        continue;
      }
      switch (attempt(edit(column), before)) {
        case FOUND -> found++;
        case REFUSED -> refused++;
        default -> escaped.add(name);
      }
    }
    System.out.printf(
        "Tampering: %d columns edited: %d found, %d refused by the database, %d escaped%n",
        found + refused + escaped.size(), found, refused, escaped.size());
    assertEquals(List.of(), escaped);
    assertTrue(found > refused, found + " found, " + refused + " refused");
  }

  @Test
  void everyDeletionAndInsertionIsFound() {
    List<Finding> before = Transactions.inNew(this::findings);
    List<String> escaped = new ArrayList<>();
    for (String table : Rounds.some(PROTECTED, 10)) {
      if (attempt(delete(table), before) == Outcome.UNSEEN) {
        escaped.add("delete from " + table);
      }
      if (attempt(insert(table), before) == Outcome.UNSEEN) {
        escaped.add("insert into " + table);
      }
    }
    assertEquals(List.of(), escaped);
  }

  /** Past labels are compared with the reference data. */
  @Test
  void aPastThatNeverWasIsFound() {
    found("update label_record set level = mod(level + 1, 6) where source <> 'arobase' limit 1");
    found("delete from label_record where source <> 'arobase' limit 1");
    for (String source : List.of("arobase", "https://elsewhere.example", "")) {
      found(
          "insert into label_record (id, authority_code, authority_name, edition, year, level,"
              + " source, note) values (-1, '78138', 'Chanteloup-les-Vignes', 12, 2011, 5, '"
              + source
              + "', '')");
    }
  }

  @Test
  void reorderingIsFound() {
    assertEquals(
        Set.of(Kind.REORDERED),
        kinds(
            "update audit_leaf set position = -1 where position = 3",
            "update audit_leaf set position = 3 where position = 4",
            "update audit_leaf set position = 4 where position = -1"));
    found(
        "update audit_leaf a join audit_leaf b on b.position = a.position + 1 set"
            + " a.leaf_hash = b.leaf_hash, b.leaf_hash = a.leaf_hash where a.position = 3");
    found("update audit_leaf set event_id = event_id + 1000000 where position in (3, 4)");
    String repeated =
        "update audit_event a join audit_event b on b.id = a.id + 1 set a.recorded_at ="
            + " b.recorded_at, a.subject = b.subject, a.kind = b.kind, a.payload_hash ="
            + " b.payload_hash, a.mac = b.mac%s where a.id = (select event_id from"
            + " audit_leaf where position = 5)";
    found(repeated.formatted(""));
    List<String> withItsNonce = List.of(repeated.formatted(", a.nonce = b.nonce"));
    assertEquals(Outcome.REFUSED, attempt(withItsNonce, List.of()));
  }

  /** After an edit, the commitment of an old event could not be shown any more. */
  @Test
  void anOldEventIsAsProtectedAsTheLastOne() {
    for (Object[] column : Rounds.some(describe("audit_event"), 6)) {
      if (!"PRI".equals(column[2])) {
        String other = other("audit_event", column);
        found("update audit_event set " + column[0] + " = " + other + " where id = 2");
      }
    }
  }

  /** The events that are cut off repeat a state, so that only the kept heads reveal the loss. */
  @Test
  void truncationIsFoundByTheHeadsThatWereKept() {
    Transactions.inNew(
        () -> {
          List<StateSource.State> states = new ArrayList<>();
          kindsOf("account").present(null, states::add);
          audit.record(Action.CHANGED, states.get(0), null);
          return states;
        });
    Checkpoint cut = sealer.seal().orElseThrow();
    long size = cut.size - 1;
    assertEquals(
        Set.of(Kind.TRUNCATED),
        kinds(
            "delete from audit_event where id in (select event_id from audit_leaf where position >= "
                + size
                + ")",
            "delete from audit_leaf where position >= " + size,
            "delete from audit_checkpoint where size > " + size));
  }

  private StateSource kindsOf(String kind) {
    return audited.stream().filter(a -> a.kinds().contains(kind)).findFirst().orElseThrow();
  }

  @Test
  void anEventThatIsNeverSealedIsFound() {
    found("update audit_leaf set event_id = -1 where event_id = (select max(id) from audit_event)");
    assertTrue(
        kinds(
                "delete from audit_leaf where position = (select * from (select max(position) from"
                    + " audit_leaf) l)",
                "update audit_event set recorded_at = recorded_at - interval 1 hour where id ="
                    + " (select * from (select max(id) from audit_event) e)")
            .contains(Kind.UNSEALED));
  }

  /** Only the first start records the state that it finds; a later start must not do it again. */
  @Test
  void aRestartDoesNotMakeItGood() {
    String begin = "delete from audit_event where kind = 'record' and subject = 'account'";
    String account = "update account set role = 'president' where username = 'juror6'";
    long events = Transactions.inNew(() -> AuditEvent.count());
    long after =
        Transactions.triedOut(
            () -> {
              run(List.of(begin, account));
              database.clear();
              baseline.recordOnce(verifier::isRecordIntact);
              return AuditEvent.count();
            });
    assertEquals(events - 1, after);
  }

  @Test
  void anImportDoesNotMakeItGood() {
    String label =
        "update label_record set level = 5 where source <> 'arobase' and level < 5 limit 1";
    String again = "update imported_table set content_hash = 'x' where name = 'past-labels.csv'";
    List<Finding> before = Transactions.inNew(this::findings);
    List<Finding> after =
        Transactions.triedOut(
            () -> {
              run(List.of(label, again));
              database.clear();
              reference.importWhatIsNew();
              return findings();
            });
    assertFalse(before.containsAll(after));
  }

  /** An edit that is acted upon and put back would leave no trace except a false result. */
  @Test
  void nothingIsDoneOnWhatWasChangedUnseen() {
    TestEdition other = new TestEdition().dossier("78138", 1).assign("78138", "juror1", "juror2");
    other.move("EVALUATION").score("78138", "juror1", 1, 3);
    as("juror2", TestEdition.sheet(1, 3)).header("If-Match", "\"0\"").put(other.sheetOf("78138"));
    String sheets =
        "assignment_id in (select a.id from assignment a join dossier d on d.id = a.dossier_id"
            + " where d.edition_year = "
            + other.year
            + ")";
    refusedAfter(
        "update score_sheet set content = json_compact(json_set(content,"
            + " '$.marks[0][2]', cast(mod(json_value(content, '$.marks[0][2]') + 3, 6) as"
            + " integer))) where "
            + sheets,
        () -> as("juror2", Map.of()).header("If-Match", "\"1\"").patch(other.sheetOf("78138")),
        () -> other.tryMove("DELIBERATION", null));
    other.score("78138", "juror2", 1, 3);
    other.move("DELIBERATION");
    as("president", Map.of("level", 3)).put(other.at("/decisions/78138")).then().statusCode(200);
    refusedAfter(
        "update decision set awarded_level = 3 - awarded_level where dossier_id in (select d.id from"
            + " dossier d where d.edition_year = "
            + other.year
            + ")",
        other::finalise,
        () ->
            as("president", Map.of("level", 3))
                .header("If-Match", "\"0\"")
                .put(other.at("/decisions/78138")));
    other.finalise().then().statusCode(200);
    refusedAfter(
        "update outcome set level = 3 - level where edition_year = " + other.year, other::publish);
    other.publish().then().statusCode(200);
  }

  /**
   * The acts are refused after the edit.
   *
   * @param edit an update that undoes itself when it runs a second time
   */
  @SafeVarargs
  private void refusedAfter(String edit, Supplier<Response>... acts) {
    int rows = Transactions.inNew(() -> database.createNativeQuery(edit).executeUpdate());
    assertNotEquals(0, rows, edit);
    for (Supplier<Response> act : acts) {
      act.get()
          .then()
          .statusCode(409)
          .body("type", equalTo("/api/v1/problems/record-contradicted"));
    }
    Transactions.inNew(() -> database.createNativeQuery(edit).executeUpdate());
  }

  @Test
  void anEventForgedWithoutTheKeyIsFound() {
    found(
        "insert into audit_event (recorded_at, action, actor, real_actor, kind, subject, edition,"
            + " nonce, payload_hash, mac, actors_hash) select now(6), 'CHANGED', 'juror1',"
            + " 'juror1', kind, subject, edition, sha2(nonce, 256), payload_hash, mac, actors_hash"
            + " from audit_event order by id desc limit 1");
  }

  /** The signature does not cover the number, so a copy under another number would be valid. */
  @Test
  void aCopyOfAnEventIsRefusedAndWithoutTheKeyFound() {
    String columns =
        describe("audit_event").stream()
            .map(column -> (String) column[0])
            .filter(name -> !name.equals("id"))
            .collect(Collectors.joining(", "));
    List<String> copy =
        List.of(
            "insert into audit_event (%1$s) select %1$s from audit_event where id = 2"
                .formatted(columns));
    List<Finding> before = Transactions.inNew(this::findings);
    assertEquals(Outcome.REFUSED, attempt(copy, before));
    schema("alter table audit_event drop key nonce");
    try {
      assertEquals(Outcome.FOUND, attempt(copy, before));
    } finally {
      schema("alter table audit_event add unique key (nonce)");
    }
  }

  private void schema(String sql) {
    Transactions.inNew(() -> database.createNativeQuery(sql).executeUpdate());
  }

  private void run(List<String> statements) {
    checks(0);
    try {
      int rows = 0;
      for (String sql : statements) {
        rows += database.createNativeQuery(sql).executeUpdate();
      }
      assertNotEquals(0, rows, () -> "nothing was changed by " + statements);
    } finally {
      checks(1);
    }
  }

  private void checks(int on) {
    String sql = "set foreign_key_checks = " + on + ", check_constraint_checks = " + on;
    database.createNativeQuery(sql).executeUpdate();
  }

  /** The kinds of the findings that these statements add. */
  private Set<Kind> kinds(String... statements) {
    List<Finding> before = Transactions.inNew(this::findings);
    return Transactions.triedOut(
        () -> {
          run(List.of(statements));
          List<Finding> after = new ArrayList<>(findings());
          after.removeAll(before);
          return after.stream().map(Finding::kind).collect(Collectors.toSet());
        });
  }

  private enum Outcome {
    FOUND,
    REFUSED,
    UNSEEN
  }

  private void found(String sql) {
    List<Finding> before = Transactions.inNew(this::findings);
    assertEquals(Outcome.FOUND, attempt(List.of(sql), before), sql);
  }

  /** Runs the statements with the database's checks off; only its keys still refuse. */
  private Outcome attempt(List<String> statements, List<Finding> before) {
    try {
      return Transactions.triedOut(
          () -> {
            run(statements);
            return before.containsAll(findings()) ? Outcome.UNSEEN : Outcome.FOUND;
          });
    } catch (ConstraintViolationException e) {
      return Outcome.REFUSED;
    }
  }

  /** Each edit gives a row of this edition the value that any other row of the table has. */
  @Test
  void aValueCopiedFromAnotherRowIsFound() {
    List<Finding> before = Transactions.inNew(this::findings);
    List<String[]> columns = columns();
    Random random = new Random(SEED);
    List<String> escaped = new ArrayList<>();
    int tried = 0;
    while (tried < COPIES) {
      String[] column = columns.get(random.nextInt(columns.size()));
      List<String> copy = copy(column, random.nextInt());
      boolean isMeaningless = MEANINGLESS.contains(column[0] + "." + column[1]);
      if (copy.isEmpty() || isMeaningless) {
        continue;
      }
      tried++;
      if (attempt(copy, before) == Outcome.UNSEEN) {
        escaped.add(String.join(";", copy));
      }
    }
    System.out.printf("Tampering: %d values copied, %d escaped%n", tried, escaped.size());
    assertEquals(List.of(), escaped);
  }

  /** A statement that copies a value between two rows by chance; none when all are the same. */
  private List<String> copy(String[] column, int seed) {
    String table = column[0];
    List<String> keys =
        describe(table).stream().filter(c -> "PRI".equals(c[2])).map(c -> (String) c[0]).toList();
    String all = String.join(", ", keys) + ", " + column[1];
    // other editions may hold what other tests have edited: that is a finding already
    Map<String, String> row = row(table, all, newest(table).replace(" limit 1", ""), seed);
    Map<String, String> other =
        row.isEmpty()
            ? row
            : row(table, all, "not (" + column[1] + " <=> " + row.get(column[1]) + ")", seed);
    if (other.isEmpty()) {
      return List.of();
    }
    List<String> where = keys.stream().map(key -> key + " = " + row.get(key)).toList();
    return List.of(
        "update "
            + table
            + " set "
            + column[1]
            + " = "
            + other.get(column[1])
            + " where "
            + String.join(" and ", where));
  }

  /** The values of a row that meets the condition, as literals by column. */
  private Map<String, String> row(String table, String columns, String condition, int seed) {
    String sql =
        "select %s from %s where %s order by rand(%d) limit 1"
            .formatted(columns, table, condition, seed);
    return Transactions.inNew(
        () ->
            database
                .unwrap(Session.class)
                .doReturningWork(
                    connection -> {
                      Map<String, String> literals = new HashMap<>();
                      try (Statement statement = connection.createStatement();
                          ResultSet row = statement.executeQuery(sql)) {
                        while (row.next()) {
                          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            String value = row.getString(i);
                            literals.put(
                                row.getMetaData().getColumnName(i),
                                value == null
                                    ? "null"
                                    : "'" + value.replace("\\", "\\\\").replace("'", "''") + "'");
                          }
                        }
                      }
                      return literals;
                    }));
  }

  private List<String> delete(String table) {
    return List.of("delete from " + table + " where " + newest(table));
  }

  /** A statement that copies a row under another key. */
  private List<String> insert(String table) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Object[] column : describe(table)) {
      names.add((String) column[0]);
      values.add("PRI".equals(column[2]) ? other(table, column) : (String) column[0]);
    }
    return List.of(
        "insert into "
            + table
            + " ("
            + String.join(", ", names)
            + ") select "
            + String.join(", ", values)
            + " from "
            + table
            + " where "
            + newest(table));
  }

  private List<String> edit(String[] column) {
    Object[] described =
        describe(column[0]).stream().filter(d -> d[0].equals(column[1])).findFirst().orElseThrow();
    return List.of(
        "update "
            + column[0]
            + " set "
            + column[1]
            + " = "
            + other(column[0], described)
            + " where "
            + newest(column[0]));
  }

  /** An expression for another value that the column can hold. */
  private String other(String table, Object[] column) {
    String name = (String) column[0];
    String allowed = ALLOWED.get(table + "." + name);
    if (allowed != null) {
      return allowed;
    }
    return switch ((String) column[1]) {
      case "int", "bigint" -> "ifnull(" + name + ", 0) + 1";
      case "tinyint" -> "if(" + name + " is null, true, not " + name + ")";
      case "decimal" -> "ifnull(" + name + ", 0) + 0.5";
      case "date", "datetime" -> "ifnull(" + name + ", '2020-01-01') + interval 1 day";
      // a random id can begin with any letter
      default ->
          "concat(if(" + name + " like 'x%', 'y', 'x'), substr(ifnull(" + name + ", 'yz'), 2))";
    };
  }

  /** Columns that take only certain values. */
  private static final Map<String, String> ALLOWED =
      Map.ofEntries(
          Map.entry("account.role", "'president'"),
          Map.entry("account.authority_code", "'35054'"),
          Map.entry("edition.phase", "'DRAFT'"),
          Map.entry("edition.framework_id", "'another'"),
          Map.entry("juror.office", "'PRESIDENT'"),
          Map.entry("juror.affiliation", "'78138'"),
          Map.entry("assignment.ended", "if(ended is null, 'RECUSED', null)"),
          Map.entry(
              "dossier_chair.juror_id",
              "(select j.id from juror j where j.handle = 'juror1' and j.edition_year ="
                  + " (select d.edition_year from dossier d where d.id = dossier_id))"),
          Map.entry("recusal.ground", "'AUTHORITY'"),
          Map.entry("recusal.authority_code", "'35054'"),
          Map.entry("dossier.authority_code", "'35054'"),
          Map.entry("score_sheet.status", "'DRAFT'"),
          Map.entry("score_sheet.content", "json_set(content, '$.marks[0][2]', 1)"),
          Map.entry("submission.content", "json_set(content, '$.marks[0][2]', 1)"),
          Map.entry("local_authority.kind", "'DEPARTMENT'"),
          Map.entry("local_authority.region", "'11'"),
          Map.entry("attendance.holder_id", "juror_id"),
          Map.entry("outcome.level", "mod(level + 1, 6)"),
          Map.entry("outcome.dossier_id", "(select max(id) from dossier) - 1"),
          Map.entry("decision.awarded_level", "mod(awarded_level + 1, 6)"));

  /** A condition for the rows of this test's edition, or for one row of a common table. */
  private String newest(String table) {
    String dossier = "(select d.id from dossier d where d.edition_year = " + edition.year + ")";
    String session =
        "(select id from deliberation_session where edition_year = " + edition.year + ")";
    String sheet =
        "(select a.id from assignment a join juror j on j.id = a.juror_id where a.dossier_id = "
            + dossier
            + " and j.handle = 'juror1')";
    return switch (table) {
      case "audit_event" -> "id = (select max(event_id) from audit_leaf)";
      case "audit_leaf" -> "position = 3";
      case "audit_checkpoint" ->
          "size = (select * from (select max(size) from audit_checkpoint) c)";
      case "account" -> "username = 'juror6'";
      case "framework" -> "id = 'sample-framework-2020'";
      case "edition" -> "year = " + edition.year;
      case "dossier",
          "finalisation",
          "publication",
          "embargo",
          "correction",
          "deliberation_session" ->
          "edition_year = " + edition.year;
      case "seal", "published_document", "published_credential" ->
          "edition_year = " + edition.year + " and version = 1";
      case "attendance" -> "session_id = " + session + " and mode = 'PRESENT' limit 1";
      case "motion" -> "session_id = " + session;
      case "ballot" -> "motion_id = (select id from motion where session_id = " + session + ")";
      case "signing_key" -> "id = (select * from (select min(id) from signing_key) k)";
      case "label_record" -> "year = " + edition.year;
      case "past_mention" -> "authority_name = 'Bron'";
      case "past_distribution" -> "edition = 8";
      case "imported_table" -> "name = 'regions.csv'";
      case "region" -> "code = '06'";
      case "local_authority" -> "code = '01001'";
      case "initiative" -> "dossier_id = " + dossier + " and number = 1";
      case "initiative_service" ->
          "initiative_id = (select min(i.id) from initiative i where i.dossier_id = "
              + dossier
              + ")";
      case "juror" -> "edition_year = " + edition.year + " and handle = 'juror1'";
      case "assignment" -> "id = (select * from " + sheet + " s)";
      case "recusal" ->
          "juror_id = (select j.id from juror j where j.handle = 'juror3' and j.edition_year = "
              + edition.year
              + ")";
      case "score_sheet" -> "assignment_id = " + sheet;
      case "submission" -> "sheet_id = " + sheet;
      default -> "dossier_id = " + dossier;
    };
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> describe(String table) {
    return Transactions.inNew(
        () ->
            database
                .createNativeQuery(
                    "select column_name, data_type, column_key from information_schema.columns"
                        + " where table_schema = database() and table_name = ?1"
                        + " order by ordinal_position")
                .setParameter(1, table)
                .getResultList());
  }

  private List<String[]> columns() {
    List<String[]> columns = new ArrayList<>();
    for (String table : PROTECTED) {
      describe(table).forEach(c -> columns.add(new String[] {table, (String) c[0]}));
    }
    return columns;
  }
}
