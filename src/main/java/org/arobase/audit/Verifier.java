package org.arobase.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.audit.Heads.Head;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.merkle.MerkleFrontier;
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
    /** The database says now something else than the last event about it. */
    CHANGED_UNSEEN
  }

  /** Something that is wrong. */
  public record Finding(Kind kind, Subject subject) {}

  /** What was checked and what is wrong. */
  public record Report(long events, long sealed, long subjects, List<Finding> findings) {}

  private final Instance<Audited> kinds;
  private final ServerKey key;
  private final Heads heads;

  Verifier(Instance<Audited> kinds, ServerKey key, Heads heads) {
    this.kinds = kinds;
    this.key = key;
    this.heads = heads;
  }

  /** Checks everything. */
  @Transactional
  public Report verify() {
    // before the snapshot: what is sealed meanwhile is in the file and not in the snapshot
    List<Head> kept = heads.kept();
    List<Finding> findings = new ArrayList<>();
    List<AuditEvent> events = AuditEvent.list("order by id");
    Map<Long, AuditEvent> byId =
        events.stream().collect(Collectors.toMap(e -> e.id, e -> e, (a, b) -> a));
    List<AuditLeaf> leaves = AuditLeaf.list("order by position");
    events.forEach(event -> checkMac(event, findings));
    checkLeaves(leaves, byId, findings);
    checkTree(leaves, kept, findings);
    long subjects = checkStates(events, findings);
    return new Report(events.size(), leaves.size(), subjects, findings);
  }

  private void checkMac(AuditEvent event, List<Finding> findings) {
    if (!event.mac.equals(key.mac(AuditEvent.SIGNED, event.leaf()))) {
      boolean sealed = AuditLeaf.count("eventId", event.id) > 0;
      findings.add(new Finding(sealed ? Kind.EDITED : Kind.INSERTED, subject(event)));
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
    boolean own = checkpoint.mac.equals(key.mac(Checkpoint.SIGNED, checkpoint.hash));
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

  private long checkStates(List<AuditEvent> events, List<Finding> findings) {
    Map<List<String>, AuditEvent> last = new HashMap<>();
    events.forEach(event -> last.put(List.of(event.kind, event.subject), event));
    long subjects = 0;
    for (Audited audited : kinds) {
      for (Audited.State state : audited.present()) {
        subjects++;
        Subject subject = state.subject();
        AuditEvent event = last.remove(List.of(subject.kind(), subject.key()));
        if (event == null || !event.isOf(Canonical.json(state.content()))) {
          findings.add(new Finding(Kind.CHANGED_UNSEEN, subject));
        }
      }
      last.values().stream()
          .filter(
              event ->
                  audited.kinds().contains(event.kind)
                      && !event.action.equals(Action.REMOVED.name()))
          .forEach(event -> findings.add(new Finding(Kind.CHANGED_UNSEEN, subject(event))));
    }
    return subjects;
  }

  private static Subject subject(AuditEvent event) {
    return new Subject(event.kind, event.subject, event.edition, event.dossier);
  }

  private static Subject place(String kind, long number) {
    return Subject.outside(kind, String.valueOf(number));
  }
}
