package org.arobase.transparency.witness;

import static org.arobase.testing.Http.anyone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.arobase.audit.sealing.LogSequencer;
import org.arobase.testing.HttpTest;
import org.arobase.testing.IndependentReaders;
import org.arobase.testing.IndependentReaders.Verdict;
import org.arobase.testing.TestEdition;
import org.arobase.transparency.witness.WitnessSettings.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Heads of the audit record go to witnesses, who sign them. The verifier demands as many of them as
 * one wants. A witness that has been switched off is told what it has missed; a line that is no
 * signature is neither kept nor shown.
 */
@HttpTest
class WitnessTest {
  private final LogSequencer sequencer;
  private final Witnessing witnessing;
  private final CheckpointNotes notes;

  @TempDir Path folder;
  private WitnessProgram program;

  WitnessTest(LogSequencer sequencer, Witnessing witnessing, CheckpointNotes notes) {
    this.sequencer = sequencer;
    this.witnessing = witnessing;
    this.notes = notes;
  }

  @BeforeEach
  void start() throws IOException {
    String log = anyone().get("/audit/checkpoint/key").asString().strip();
    program =
        WitnessProgram.start(
            folder.resolve("w"), "w" + System.nanoTime() + ".example", List.of(log));
  }

  @AfterEach
  void stop() {
    program.close();
  }

  private Witness witness() {
    return new Witness(NoteKey.ofWitness(program.key), URI.create(program.address + "/"));
  }

  private String note() {
    sequencer.seal();
    assertTrue(witnessing.tell(witness()));
    String signed = anyone().get("/audit/checkpoint").then().statusCode(200).extract().asString();
    String line =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    Cosignature.<Cosignature>find(
                            "witness = ?1 order by size desc", witness().key().name())
                        .firstResult()
                        .line);
    return signed + line + "\n";
  }

  private Verdict verify(String note, Object needed) throws IOException {
    Path file = Files.writeString(folder.resolve("note"), note);
    String key = anyone().get("/audit/checkpoint/key").asString().strip();
    return IndependentReaders.verify("checkpoint", file, key, needed, program.key);
  }

  @Test
  void theVerifierFindsTheSignatureOfTheWitness() throws IOException {
    String first = note();
    assertEquals(new Verdict(0, verify(first, 1).said()), verify(first, 1));
    new TestEdition();
    String second = note();
    Verdict verdict = verify(second, 1);
    assertEquals(0, verdict.status(), verdict.said());
    assertEquals(1, verify(second, 2).status());
    String alone = anyone().get("/audit/checkpoint").asString();
    assertEquals(0, verify(alone, 0).status());
    assertEquals(1, verify(alone, 1).status());
    assertEquals(1, verify(second.replaceFirst("\n[0-9]+\n", "\n7\n"), 0).status());
  }

  @Test
  void whatAWitnessMissedIsToldLater() throws IOException {
    note();
    String log = anyone().get("/audit/checkpoint/key").asString().strip();
    String name = witness().key().name();
    program.close();
    new TestEdition();
    sequencer.seal();
    assertFalse(witnessing.tell(witness()));
    program = WitnessProgram.start(folder.resolve("w"), name, List.of(log));
    note();
    // as after a backup was restored: the witness has seen more than is kept here
    QuarkusTransaction.requiringNew().run(() -> Cosignature.delete("witness", name));
    new TestEdition();
    note();
  }

  /** As after a crash between the witness's answer and its keeping, and nothing new since. */
  @Test
  void aLostAnswerIsAskedForAgain() {
    note();
    String name = witness().key().name();
    QuarkusTransaction.requiringNew().run(() -> Cosignature.delete("witness", name));
    assertTrue(witnessing.tell(witness()));
    assertEquals(
        1L, QuarkusTransaction.requiringNew().call(() -> Cosignature.count("witness", name)));
  }

  @Test
  void aWitnessThatBeginsAnewIsToldEverything() throws IOException {
    note();
    String log = anyone().get("/audit/checkpoint/key").asString().strip();
    String name = witness().key().name();
    program.close();
    program = WitnessProgram.start(folder.resolve("other"), name, List.of(log));
    assertEquals(0, verify(note(), 1).status(), "signed with the new key");
  }

  @Test
  void aHeadThatSqlHasWrittenIsNotSigned() {
    sequencer.seal();
    run(
        "insert into audit_checkpoint (size, root_hash, previous_hash, sealed_at, hash, mac) select"
            + " size + 1000000, root_hash, hash, sealed_at, hash, mac from audit_checkpoint order by"
            + " size desc limit 1");
    try {
      anyone().get("/audit/checkpoint").then().statusCode(409);
      assertFalse(witnessing.tell(witness()));
    } finally {
      run("delete from audit_checkpoint where size > 1000000");
    }
    anyone().get("/audit/checkpoint").then().statusCode(200);
  }

  private static void run(String sql) {
    QuarkusTransaction.requiringNew()
        .run(() -> Cosignature.getEntityManager().createNativeQuery(sql).executeUpdate());
  }

  @Test
  void aLineThatIsNoSignatureIsNotShown() {
    Cosignature forged = new Cosignature();
    forged.witness = witness().key().name();
    forged.line = "\u2014 " + forged.witness + " AAAAAAAAAAAAAAAAAAAAAAAA";
    String text = anyone().get("/audit/checkpoint").asString().split("\n\n")[0] + "\n";
    assertFalse(witness().key().hasCosigned(text, forged.line));
    assertFalse(witness().key().hasCosigned(text, "\u2014 other AAAA"));
  }
}
