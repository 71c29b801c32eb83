package org.arobase.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.arobase.platform.database.Transactions;
import org.arobase.testing.HttpTest;
import org.junit.jupiter.api.Test;

/**
 * Every table is known with what protects its rows from somebody who can write SQL. Most are under
 * the audit record ({@link TamperTest} edits each of their columns); the others are listed here.
 */
@HttpTest
class ProtectionTest {
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("job", "signed: JobsTest"),
          Map.entry("idempotency_record", "signed: IdempotencyTest"),
          Map.entry("mail", "signed: MailingTest; a changed state can only repeat or delay a mail"),
          Map.entry("private_notes", "signed: NotesTest"),
          Map.entry("refresh_token", "signed: SignInTest"),
          Map.entry("calibration_panel", "signed: CalibrationTest"),
          Map.entry("cosignature", "signed by witnesses; checked before it is shown: WitnessTest"),
          Map.entry("sign_in_attempt", "counts failed sign-ins; a change allows more or fewer"),
          Map.entry("rating_version", "counts; a change shows an old board, finalises nothing"),
          Map.entry("public_version", "counts; a change shows an old public answer"),
          Map.entry("entity_seq", "the next internal number; a change makes inserts fail"),
          Map.entry("mark", "a view of score_sheet for analysts; the server does not read it"),
          Map.entry(
              "sheet_comment", "a view of score_sheet for analysts; the server does not read it"),
          Map.entry("flyway_schema_history", "read at the start only; a change stops the start"));

  private final EntityManager database;

  ProtectionTest(EntityManager database) {
    this.database = database;
  }

  @Test
  void everyTableIsListed() {
    TreeMap<String, String> known = new TreeMap<>(OTHERS);
    TamperTest.PROTECTED.forEach(table -> known.put(table, "under the audit record: TamperTest"));
    known.forEach((table, protection) -> System.out.printf("%-22s %s%n", table, protection));
    assertEquals(new TreeSet<>(known.keySet()), new TreeSet<>(tables()));
  }

  @SuppressWarnings("unchecked")
  private List<String> tables() {
    return Transactions.inNew(
        () ->
            database
                .createNativeQuery(
                    "select table_name from information_schema.tables where table_schema ="
                        + " database()")
                .getResultList());
  }
}
