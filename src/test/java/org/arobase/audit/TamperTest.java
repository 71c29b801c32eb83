package org.arobase.audit;

import static org.arobase.testing.Http.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.platform.database.Transactions;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody with SQL and without the key: every column of every protected table is edited, and rows
 * are inserted, deleted, reordered and cut off. Each attempt is verified and then undone.
 */
@HttpTest
class TamperTest {
  /** Tables of the record itself, and of everything whose changes are recorded. */
  private static final List<String> PROTECTED =
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
          "score_sheet",
          "mark",
          "sheet_comment",
          "submission",
          "decision",
          "finalisation",
          "outcome",
          "publication",
          "label_record",
          "imported_table",
          "region",
          "local_authority");

  /** Inner numbers that say nothing: no other row, and nobody outside, knows them. */
  private static final Set<String> MEANINGLESS =
      Set.of("submission.id", "decision.id", "outcome.id", "initiative.id", "label_record.id");

  private final EntityManager database;
  private final Verifier verifier;
  private final Sealer sealer;
  private TestEdition edition;

  TamperTest(EntityManager database, Verifier verifier, Sealer sealer) {
    this.database = database;
    this.verifier = verifier;
    this.sealer = sealer;
  }

  @BeforeEach
  void somethingOfEverything() {
    edition = new TestEdition().dossier("78138", 2).assign("78138", "juror1", "juror2", "juror3");
    edition.recuse("juror3", "78138").then().statusCode(201);
    edition.move("EVALUATION");
    String sheet = edition.sheetOf("78138");
    Map<String, Object> written = new HashMap<>(TestEdition.sheet(2, 3));
    written.put("comments", List.of(Map.of("initiative", 1, "text", "Bien")));
    String etag =
        as("juror1", written)
            .header("If-Match", "\"0\"")
            .put(sheet)
            .then()
            .extract()
            .header("ETag");
    as("juror1").header("If-Match", etag).post(sheet + "/submission").then().statusCode(200);
    edition.score("78138", "juror2", 2, 4);
    sealer.seal();
    edition.move("DELIBERATION");
    as("president", Map.of("level", 3)).put(edition.at("/decisions/78138")).then().statusCode(200);
    edition.finalise().then().statusCode(200);
    edition.publish().then().statusCode(200);
    sealer.seal();
  }

  private long findings() {
    database.clear();
    return verifier.verify().findings().size();
  }

  @Test
  void everyEditOfEveryColumnIsFound() {
    long before = Transactions.inNew(this::findings);
    List<String> escaped = new ArrayList<>();
    int found = 0;
    int refused = 0;
    for (String[] column : columns()) {
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
    assertTrue(found > 90, "found " + found);
  }

  @Test
  void everyDeletionAndInsertionIsFound() {
    long before = Transactions.inNew(this::findings);
    List<String> escaped = new ArrayList<>();
    for (String table : PROTECTED) {
      if (attempt(delete(table), before) == Outcome.UNSEEN) {
        escaped.add("delete from " + table);
      }
      if (attempt(insert(table), before) == Outcome.UNSEEN) {
        escaped.add("insert into " + table);
      }
    }
    assertEquals(List.of(), escaped);
  }

  /** A label of the past, as the reference data has it. */
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
    found(
        "update audit_leaf a join audit_leaf b on b.position = a.position + 1 set"
            + " a.leaf_hash = b.leaf_hash, b.leaf_hash = a.leaf_hash where a.position = 3");
    found("update audit_leaf set event_id = event_id + 1000000 where position in (3, 4)");
    found(
        "update audit_event a join audit_event b on b.id = a.id + 1 set a.recorded_at ="
            + " b.recorded_at, a.subject = b.subject, a.kind = b.kind, a.payload_hash ="
            + " b.payload_hash, a.nonce = b.nonce, a.mac = b.mac where a.id = (select event_id from"
            + " audit_leaf where position = 5)");
  }

  @Test
  void truncationIsFoundByTheHeadsThatWereKept() {
    long before = Transactions.inNew(this::findings);
    long cut =
        ((Number)
                single(
                    "select max(size) from audit_checkpoint where size < (select max(size) from"
                        + " audit_checkpoint)"))
            .longValue();
    // everything after a checkpoint, consistently, as if it had never been
    List<String> truncation =
        List.of(
            "delete from audit_event where id in (select event_id from audit_leaf where position >= "
                + cut
                + ") or id not in (select event_id from audit_leaf)",
            "delete from audit_leaf where position >= " + cut,
            "delete from audit_checkpoint where size > " + cut);
    assertEquals(Outcome.FOUND, attempt(truncation, before));
  }

  @Test
  void anEventForgedWithoutTheKeyIsFound() {
    found(
        "insert into audit_event (recorded_at, action, actor, real_actor, kind, subject, edition,"
            + " nonce, payload_hash, mac) select now(6), 'CHANGED', 'juror1', 'juror1', kind,"
            + " subject, edition, nonce, payload_hash, mac from audit_event order by id desc limit"
            + " 1");
  }

  private enum Outcome {
    FOUND,
    REFUSED,
    UNSEEN
  }

  private void found(String sql) {
    long before = Transactions.inNew(this::findings);
    assertEquals(Outcome.FOUND, attempt(List.of(sql), before), sql);
  }

  private Outcome attempt(List<String> statements, long before) {
    try {
      return Transactions.triedOut(
          () -> {
            int rows = 0;
            for (String sql : statements) {
              rows += database.createNativeQuery(sql).executeUpdate();
            }
            assertFalse(rows == 0, () -> "nothing was changed by " + statements);
            return findings() > before ? Outcome.FOUND : Outcome.UNSEEN;
          });
    } catch (ConstraintViolationException e) {
      return Outcome.REFUSED;
    }
  }

  private List<String> delete(String table) {
    return List.of("delete from " + table + " where " + newest(table));
  }

  /** A copy of a row under another key. */
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
      default -> "concat('x', substr(ifnull(" + name + ", 'yz'), 2))";
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
          Map.entry("recusal.ground", "'AUTHORITY'"),
          Map.entry("recusal.authority_code", "'35054'"),
          Map.entry("dossier.authority_code", "'35054'"),
          Map.entry("score_sheet.status", "'DRAFT'"),
          Map.entry("local_authority.kind", "'DEPARTMENT'"),
          Map.entry("local_authority.region", "'11'"),
          Map.entry("mark.state", "if(state = 'MARKED', 'ABSTAINED', 'MARKED')"),
          Map.entry("mark.mark_value", "mod(mark_value + 1, 6)"),
          Map.entry("outcome.level", "mod(level + 1, 6)"),
          Map.entry("outcome.dossier_id", "(select max(id) from dossier) - 1"),
          Map.entry("decision.awarded_level", "mod(awarded_level + 1, 6)"));

  /** The rows of this test's edition, or the newest one. */
  private String newest(String table) {
    String dossier = "(select d.id from dossier d where d.edition_year = " + edition.year + ")";
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
      case "dossier", "finalisation", "publication" -> "edition_year = " + edition.year;
      case "label_record" -> "year = " + edition.year;
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
      case "mark" -> "sheet_id = " + sheet + " and initiative = 1 and criterion = 'utility'";
      case "sheet_comment", "submission" -> "sheet_id = " + sheet;
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

  private Object single(String sql) {
    return Transactions.inNew(() -> database.createNativeQuery(sql).getSingleResult());
  }
}
