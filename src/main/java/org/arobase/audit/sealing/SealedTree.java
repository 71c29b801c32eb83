package org.arobase.audit.sealing;

import io.quarkus.panache.common.Sort;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.arobase.audit.AuditEvent;
import org.arobase.audit.Subject;
import org.arobase.audit.sealing.CheckpointFile.Head;
import org.arobase.audit.sealing.Verifier.Finding;
import org.arobase.audit.sealing.Verifier.Kind;
import org.arobase.platform.merkle.MerkleFrontier;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/**
 * Checks the sealed events, the tree over them and its checkpoints, in one pass in the order of the
 * leaves.
 */
final class SealedTree {
  /** A leaf with its event; null when the event is gone. */
  record Row(AuditLeaf leaf, @Nullable AuditEvent event) {}

  private final ServerKey key;
  private final List<Finding> findings;
  private final Predicate<Subject> isCounted;
  private final Deque<Checkpoint> ahead = new ArrayDeque<>(Checkpoint.listAll(Sort.by("size")));
  private final Map<Long, String> passed = new HashMap<>();
  private final MerkleFrontier tree = new MerkleFrontier();
  private String previous = Checkpoint.NONE;
  private long leaves;
  private long counted;
  private boolean isBroken;

  /**
   * Begins with an empty tree.
   *
   * @param findings to which findings are added
   * @param isCounted which events {@link #counted} is about
   */
  SealedTree(ServerKey key, List<Finding> findings, Predicate<Subject> isCounted) {
    this.key = key;
    this.findings = findings;
    this.isCounted = isCounted;
  }

  /** The number of leaves whose events count, or are gone. */
  long counted() {
    return counted;
  }

  void add(Row row) {
    if (!isBroken) {
      checkPlace(row.leaf());
    }
    checkEvent(row);
    leaves++;
    counted += row.event() == null || isCounted.test(row.event().subject()) ? 1 : 0;
    tree.append(usable(row.leaf().leafHash));
    while (!ahead.isEmpty() && ahead.getFirst().size <= tree.size()) {
      check(ahead.removeFirst());
    }
  }

  /** Once a place is missing, all later places are wrong: the first is reported. */
  private void checkPlace(AuditLeaf leaf) {
    if (leaf.position != leaves) {
      findings.add(new Finding(Kind.DELETED, place("leaf", leaf.position)));
      isBroken = true;
    }
  }

  private void checkEvent(Row row) {
    AuditEvent event = row.event();
    if (event == null) {
      findings.add(new Finding(Kind.DELETED, place("event", row.leaf().eventId)));
    } else if (!event.isSigned(key) || !row.leaf().leafHash.equals(event.leafHash())) {
      findings.add(new Finding(Kind.EDITED, event.subject()));
    }
  }

  /** Replaces an invalid hash, which is already reported, so that the tree can be computed. */
  private static String usable(String hash) {
    return hash.matches("[0-9a-f]{64}") ? hash : Checkpoint.NONE;
  }

  /**
   * Checks what is left at the end.
   *
   * @param kept the heads kept outside the database
   */
  void end(List<Head> kept) {
    boolean isCovered = leaves == 0 || passed.containsKey(leaves);
    if (ahead.isEmpty() && !isCovered) {
      findings.add(new Finding(Kind.TRUNCATED, place("checkpoint", leaves)));
    }
    ahead.forEach(this::check);
    for (Head head : kept) {
      if (!head.hash().equals(passed.get(head.size()))) {
        findings.add(new Finding(Kind.TRUNCATED, place("checkpoint", head.size())));
        return;
      }
    }
  }

  private void check(Checkpoint checkpoint) {
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
    previous = checkpoint.hash;
    passed.put(checkpoint.size, checkpoint.hash);
  }

  /** A part of the record itself, as the subject of a finding. */
  static Subject place(String kind, long number) {
    return Subject.outside(kind, String.valueOf(number));
  }
}
