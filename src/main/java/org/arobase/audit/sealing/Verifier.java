package org.arobase.audit.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.audit.AuditEvent;
import org.arobase.audit.RecordedStates;
import org.arobase.audit.Subject;
import org.arobase.audit.sealing.CheckpointFile.Head;
import org.arobase.platform.merkle.MerkleFrontier;
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
    Record read = read(findings);
    RecordedStates.Comparison states = this.states.compare(null);
    states.contradicted().stream()
        .map(subject -> new Finding(Kind.CHANGED_UNSEEN, subject))
        .forEach(findings::add);
    return new Report(read.events().size(), read.leaves().size(), states.compared(), findings);
  }

  /** Whether the record itself, without the present state of the database, is as it was written. */
  @Transactional
  public boolean isRecordIntact() {
    List<Finding> findings = new ArrayList<>();
    read(findings);
    return findings.isEmpty();
  }

  private record Record(List<AuditEvent> events, List<AuditLeaf> leaves) {}

  private Record read(List<Finding> findings) {
    // read before the snapshot, or the file could have newer heads than the snapshot
    List<Head> kept = heads.kept();
    List<AuditEvent> events = AuditEvent.list("order by id");
    List<AuditLeaf> leaves = AuditLeaf.list("order by position");
    Map<Long, AuditEvent> byId =
        events.stream().collect(Collectors.toMap(e -> e.id, e -> e, (a, b) -> a));
    checkEvents(events, leaves, findings);
    checkLeaves(leaves, byId, findings);
    checkTree(leaves, kept, findings);
    return new Record(events, leaves);
  }

  private void checkEvents(
      List<AuditEvent> events, List<AuditLeaf> leaves, List<Finding> findings) {
    Set<Long> sealed = leaves.stream().map(l -> l.eventId).collect(Collectors.toSet());
    Instant soon = clock.instant().minus(LONGEST_UNSEALED);
    for (AuditEvent event : events) {
      boolean hasPlace = sealed.contains(event.id);
      if (!event.isSigned(key)) {
        findings.add(new Finding(hasPlace ? Kind.EDITED : Kind.INSERTED, event.subject()));
      }
      if (!hasPlace && event.recordedAt.isBefore(soon)) {
        findings.add(new Finding(Kind.UNSEALED, event.subject()));
      }
    }
  }

  private static void checkLeaves(
      List<AuditLeaf> leaves, Map<Long, AuditEvent> byId, List<Finding> findings) {
    for (int i = 0; i < leaves.size(); i++) {
      AuditLeaf leaf = leaves.get(i);
      AuditEvent event = byId.get(leaf.eventId);
      if (event == null) {
        findings.add(new Finding(Kind.DELETED, place("event", leaf.eventId)));
      } else if (!leaf.leafHash.equals(event.leafHash())) {
        findings.add(new Finding(Kind.EDITED, event.subject()));
      }
      if (leaf.position != i) {
        findings.add(new Finding(Kind.DELETED, place("leaf", leaf.position)));
        return;
      }
    }
  }

  private void checkTree(List<AuditLeaf> leaves, List<Head> kept, List<Finding> findings) {
    Map<Long, String> roots = new HashMap<>();
    MerkleFrontier frontier = new MerkleFrontier();
    List<Checkpoint> checkpoints = Checkpoint.list("order by size");
    int next = 0;
    String previous = Checkpoint.NONE;
    for (Checkpoint checkpoint : checkpoints) {
      while (frontier.size() < checkpoint.size && next < leaves.size()) {
        frontier.append(usable(leaves.get(next++).leafHash));
      }
      checkCheckpoint(checkpoint, previous, frontier, findings);
      previous = checkpoint.hash;
      roots.put(checkpoint.size, checkpoint.hash);
    }
    if (next < leaves.size()) {
      findings.add(new Finding(Kind.TRUNCATED, place("checkpoint", leaves.size())));
    }
    checkHeads(roots, kept, findings);
  }

  /** Replaces an invalid hash, which is already reported, so that the tree can be computed. */
  private static String usable(String hash) {
    return hash.matches("[0-9a-f]{64}") ? hash : Checkpoint.NONE;
  }

  private void checkCheckpoint(
      Checkpoint checkpoint, String previous, MerkleFrontier tree, List<Finding> findings) {
    Subject place = place("checkpoint", checkpoint.size);
    boolean own = checkpoint.mac.equals(checkpoint.computedMac(key));
    if (!own || !checkpoint.hash.equals(checkpoint.computedHash())) {
      findings.add(new Finding(own ? Kind.EDITED : Kind.INSERTED, place));
    }
    if (!checkpoint.previousHash.equals(previous)) {
      findings.add(new Finding(Kind.DELETED, place));
    }
    if (tree.size() < checkpoint.size) {
      findings.add(new Finding(Kind.TRUNCATED, place));
    } else if (tree.size() == 0 || !tree.root().equals(checkpoint.rootHash)) {
      findings.add(new Finding(Kind.REORDERED, place));
    }
  }

  private static void checkHeads(
      Map<Long, String> hashes, List<Head> kept, List<Finding> findings) {
    for (Head head : kept) {
      if (!head.hash().equals(hashes.get(head.size()))) {
        findings.add(new Finding(Kind.TRUNCATED, place("checkpoint", head.size())));
        return;
      }
    }
  }

  private static Subject place(String kind, long number) {
    return Subject.outside(kind, String.valueOf(number));
  }
}
