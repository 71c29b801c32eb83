package org.arobase.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.audit.Heads.Head;
import org.arobase.platform.merkle.MerkleFrontier;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;

/**
 * Holds the record against itself, against the heads kept outside and against what the database
 * says now. Everything is read in one transaction, so from one snapshot.
 */
@ApplicationScoped
public class Verifier {
  /** What can be wrong. */
  public enum Kind {
    /** An event or a checkpoint is not what was written. */
    EDITED,
    /** A sealed event is gone. */
    DELETED,
    /** An event or a checkpoint that this server did not write. */
    INSERTED,
    /** The events stand in another order than they were sealed in. */
    REORDERED,
    /** The record ends before a head that was kept. */
    TRUNCATED,
    /** An event has waited too long for its place. */
    UNSEALED,
    /** The database says now something else than the last event about it. */
    CHANGED_UNSEEN
  }

  /** Something that is wrong. */
  public record Finding(Kind kind, Subject subject) {}

  /** What was checked and what is wrong. */
  public record Report(long events, long sealed, long subjects, List<Finding> findings) {}

  /** Sealing happens every few seconds; a server that was down catches up at once. */
  private static final Duration LONGEST_UNSEALED = Duration.ofMinutes(2);

  private final Instance<Audited> kinds;
  private final ServerKey key;
  private final Heads heads;
  private final Clock clock;
  private final Audit audit;

  Verifier(Instance<Audited> kinds, ServerKey key, Heads heads, Clock clock, Audit audit) {
    this.audit = audit;
    this.kinds = kinds;
    this.key = key;
    this.heads = heads;
    this.clock = clock;
  }

  /** Checks everything. */
  @Transactional
  public Report verify() {
    List<Finding> findings = new ArrayList<>();
    Record read = read(findings);
    States states = new States(AuditEvent.lastOnes(null));
    findings.addAll(states.findings(null));
    return new Report(read.events().size(), read.leaves().size(), states.compared, findings);
  }

  /** What is wrong with the record itself. */
  @Transactional
  List<Finding> ofTheRecord() {
    List<Finding> findings = new ArrayList<>();
    read(findings);
    return findings;
  }

  /**
   * Refuses to go on when anything of an edition is not as it was recorded last: what follows from
   * it would be final.
   *
   * @throws Refusal 409
   */
  @Transactional
  public void requireRecorded(int year) {
    List<Finding> findings = new States(AuditEvent.lastOnes(year)).findings(year);
    if (!findings.isEmpty()) {
      throw new Refusal(Problem.RECORD_CONTRADICTED, findings.get(0).subject().kind());
    }
  }

  /**
   * Records every state of an edition that is not the one that was recorded last. Only for who has
   * just called {@link #requireRecorded} in the same transaction, with the edition locked.
   */
  @Transactional
  public void recordChanges(int year, Action action) {
    Map<List<String>, AuditEvent> last = new HashMap<>();
    AuditEvent.lastOnes(year).forEach(e -> last.put(List.of(e.kind, e.subject), e));
    for (Audited audited : kinds) {
      for (Audited.State state : audited.present(year)) {
        Subject subject = state.subject();
        if (!Audit.isOf(last.get(List.of(subject.kind(), subject.key())), state, key)) {
          audit.record(action, state);
        }
      }
    }
  }

  private record Record(List<AuditEvent> events, List<AuditLeaf> leaves) {}

  private Record read(List<Finding> findings) {
    // before the snapshot: what is sealed meanwhile is in the file and not in the snapshot
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
        findings.add(new Finding(hasPlace ? Kind.EDITED : Kind.INSERTED, subject(event)));
      }
      if (!hasPlace && event.recordedAt.isBefore(soon)) {
        findings.add(new Finding(Kind.UNSEALED, subject(event)));
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
      } else if (!event.isSealedAs(leaf.leafHash)) {
        findings.add(new Finding(Kind.EDITED, subject(event)));
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

  /** What is no hash was told already; the tree needs one in its place. */
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

  /** What the database says now, held against the last event of each subject. */
  private final class States {
    private final Map<List<String>, AuditEvent> last = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long compared;

    States(List<AuditEvent> lastOnes) {
      lastOnes.forEach(event -> last.put(List.of(event.kind, event.subject), event));
    }

    List<Finding> findings(Integer year) {
      for (Audited audited : kinds) {
        try {
          audited.present(year).forEach(this::compare);
          missing(new HashSet<>(audited.kinds()));
        } catch (RuntimeException e) {
          // rows that contradict each other cannot even be read: that is a finding, not a failure
          String kind = audited.kinds().get(0);
          findings.add(new Finding(Kind.CHANGED_UNSEEN, Subject.outside(kind, "")));
        }
      }
      return findings;
    }

    private void compare(Audited.State state) {
      compared++;
      Subject subject = state.subject();
      AuditEvent event = last.remove(List.of(subject.kind(), subject.key()));
      if (!Audit.isOf(event, state, key)) {
        findings.add(new Finding(Kind.CHANGED_UNSEEN, subject));
      }
    }

    private void missing(Set<String> names) {
      last.values().stream()
          .filter(e -> names.contains(e.kind) && !e.action.equals(Action.REMOVED.name()))
          .forEach(e -> findings.add(new Finding(Kind.CHANGED_UNSEEN, subject(e))));
    }
  }

  private static Subject subject(AuditEvent event) {
    return new Subject(event.kind, event.subject, event.edition, event.dossier);
  }

  private static Subject place(String kind, long number) {
    return Subject.outside(kind, String.valueOf(number));
  }
}
