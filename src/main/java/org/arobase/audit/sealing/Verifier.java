package org.arobase.audit.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** The numbers of events, sealed leaves and subjects checked, and the findings. */
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
  @Transactional
  public Report verify() {
    List<Finding> findings = new ArrayList<>();
    long sealed = checkRecord(findings);
    RecordedStates.Comparison states = this.states.compare(null);
    states.contradicted().stream()
        .map(subject -> new Finding(Kind.CHANGED_UNSEEN, subject))
        .forEach(findings::add);
    return new Report(AuditEvent.count(), sealed, states.compared(), findings);
  }

  /** Whether the record itself, without the present state of the database, is as it was written. */
  @Transactional
  public boolean isRecordIntact() {
    List<Finding> findings = new ArrayList<>();
    checkRecord(findings);
    return findings.isEmpty();
  }

  /** Returns the number of leaves. */
  private long checkRecord(List<Finding> findings) {
    // read before the snapshot, or the file could have newer heads than the snapshot
    List<Head> kept = heads.kept();
    SealedTree tree = new SealedTree(key, findings);
    Stateless.each(
        "select l, e from AuditLeaf l left join AuditEvent e on e.id = l.eventId"
            + " order by l.position",
        SealedTree.Row.class,
        Map.of(),
        tree::add);
    tree.end(kept);
    checkUnsealed(findings);
    checkCopies(findings);
    return tree.leaves();
  }

  private void checkUnsealed(List<Finding> findings) {
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
        });
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
