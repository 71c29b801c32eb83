package org.arobase.audit.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.arobase.audit.AuditEvent;
import org.arobase.audit.RecordedStates;
import org.arobase.audit.Subject;
import org.arobase.audit.sealing.CheckpointFile.Head;
import org.arobase.platform.database.Stateless;
import org.arobase.platform.secrets.ServerKey;

/**
 * Checks the audit record against itself, against the heads kept outside the database and against
 * the present state of the database. All reads share one transaction, hence one snapshot.
 */
@ApplicationScoped
public class Verifier {
  /** The kinds of findings. */
  public enum Kind {
    /** An event or a checkpoint was changed after it was written. */
    EDITED,
    /** A sealed event is gone. */
    DELETED,
    /** An event or a checkpoint that this server did not write. */
    INSERTED,
    /** The events are not in the order in which they were sealed. */
    REORDERED,
    /** The audit record ends before a kept head. */
    TRUNCATED,
    /** An event has waited too long to be sealed. */
    UNSEALED,
    /** The present state of a subject differs from its last event. */
    CHANGED_UNSEEN
  }

  /** A discrepancy and its subject. */
  public record Finding(Kind kind, Subject subject) {}

  /** The numbers of events, sealed events and subjects counted, and the findings. */
  public record Report(long events, long sealed, long subjects, List<Finding> findings) {}

  /** Sealing happens every few seconds; a server that was down catches up at once. */
  private static final Duration LONGEST_UNSEALED = Duration.ofMinutes(2);

  private final RecordedStates states;
  private final ServerKey key;
  private final CheckpointFile heads;
  private final Clock clock;

  Verifier(RecordedStates states, ServerKey key, CheckpointFile heads, Clock clock) {
    this.states = states;
    this.key = key;
    this.heads = heads;
    this.clock = clock;
  }

  /** Checks the audit record, the kept heads and the present state of every subject. */
  public Report verify() {
    return verify(subject -> true);
  }

  /**
   * Checks the audit record, the kept heads and the present state of every subject.
   *
   * @param counted which subjects the numbers are about: a number that rises with a hidden act
   *     would tell of it
   */
  @Transactional
  public Report verify(Predicate<Subject> counted) {
    List<Finding> findings = new ArrayList<>();
    SealedTree tree = checkRecord(findings, counted);
    long waiting = checkUnsealed(findings, counted);
    RecordedStates.Comparison states = this.states.compare(null, counted);
    states.contradicted().stream()
        .map(subject -> new Finding(Kind.CHANGED_UNSEEN, subject))
        .forEach(findings::add);
    return new Report(tree.counted() + waiting, tree.counted(), states.compared(), findings);
  }

  /** Whether the record itself, without the present state of the database, is as it was written. */
  @Transactional
  public boolean isRecordIntact() {
    List<Finding> findings = new ArrayList<>();
    checkRecord(findings, subject -> true);
    checkUnsealed(findings, subject -> true);
    return findings.isEmpty();
  }

  private SealedTree checkRecord(List<Finding> findings, Predicate<Subject> counted) {
    // read before the snapshot, or the file could have newer heads than the snapshot
    List<Head> kept = heads.kept();
    SealedTree tree = new SealedTree(key, findings, counted);
    Stateless.each(
        "select l, e from AuditLeaf l left join AuditEvent e on e.id = l.eventId"
            + " order by l.position",
        SealedTree.Row.class,
        Map.of(),
        tree::add);
    tree.end(kept);
    checkCopies(findings);
    return tree;
  }

  /** Returns how many there are that count. */
  private long checkUnsealed(List<Finding> findings, Predicate<Subject> counted) {
    AtomicLong count = new AtomicLong();
    Instant soon = clock.instant().minus(LONGEST_UNSEALED);
    Stateless.each(
        "from AuditEvent e where not exists (select 1 from AuditLeaf l where l.eventId = e.id)",
        AuditEvent.class,
        Map.of(),
        event -> {
          if (!event.isSigned(key)) {
            findings.add(new Finding(Kind.INSERTED, event.subject()));
          }
          if (event.recordedAt.isBefore(soon)) {
            findings.add(new Finding(Kind.UNSEALED, event.subject()));
          }
          if (counted.test(event.subject())) {
            count.incrementAndGet();
          }
        });
    return count.get();
  }

  /** The database takes no copy of an event, unless somebody has dropped the key. */
  private static void checkCopies(List<Finding> findings) {
    Stateless.each(
        "select e.nonce from AuditEvent e group by e.nonce having count(*) > 1",
        String.class,
        Map.of(),
        nonce -> findings.add(new Finding(Kind.INSERTED, SealedTree.place("event", 0))));
  }
}
