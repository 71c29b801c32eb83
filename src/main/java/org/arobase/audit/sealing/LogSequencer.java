package org.arobase.audit.sealing;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.arobase.audit.AuditEvent;
import org.arobase.platform.database.Locks;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.merkle.MerkleFrontier;
import org.arobase.platform.secrets.ServerKey;

/** Seals new events into the tree and writes its head to a file that SQL cannot reach. */
@ApplicationScoped
public class LogSequencer {
  private record Sealed(Checkpoint checkpoint, MerkleFrontier frontier, int events) {}

  private static final int AT_ONCE = 10_000;

  private final Clock clock;
  private final ServerKey key;
  private final CheckpointFile heads;
  private final LowWaterMark mark = new LowWaterMark();
  private MerkleFrontier frontier = new MerkleFrontier();

  LogSequencer(Clock clock, ServerKey key, CheckpointFile heads) {
    this.clock = clock;
    this.key = key;
    this.heads = heads;
  }

  @Scheduled(every = "{arobase.audit.seal-every}", concurrentExecution = ConcurrentExecution.SKIP)
  void sealNow() {
    try {
      seal();
      // also keeps a head that another server sealed, or this one just before a crash
      Transactions.inNew(() -> Optional.ofNullable(Checkpoint.last())).ifPresent(heads::keep);
    } catch (RuntimeException e) {
      // the next run tries again; an unreachable database is reported elsewhere
      Log.warnf("Events were not sealed: %s", e.getClass().getSimpleName());
    }
  }

  /**
   * Seals every pending event.
   *
   * @return the new head; empty when no event was pending
   */
  public synchronized Optional<Checkpoint> seal() {
    Optional<Checkpoint> sealed = Optional.empty();
    boolean isFull = true;
    // what comes in meanwhile waits for the next run, or a checkpoint would follow every few events
    while (isFull) {
      Optional<Sealed> next = Transactions.inNew(this::sealSome);
      isFull = next.isPresent() && next.get().events() == AT_ONCE;
      if (next.isPresent()) {
        frontier = next.get().frontier();
        sealed = Optional.of(next.get().checkpoint());
        heads.keep(next.get().checkpoint());
      }
    }
    return sealed;
  }

  private Optional<Sealed> sealSome() {
    // when two servers seal, the second waits here and then finds nothing to seal
    Checkpoint last =
        Locks.<Checkpoint>exclusive(Checkpoint.find("order by size desc")).orElse(null);
    List<AuditEvent> events = unsealed();
    if (events.isEmpty()) {
      return Optional.empty();
    }
    MerkleFrontier tree = caughtUp(last == null ? 0 : last.size);
    for (AuditEvent event : events) {
      AuditLeaf leaf = new AuditLeaf(tree.size(), event);
      leaf.persist();
      tree.append(leaf.leafHash);
    }
    return Optional.of(new Sealed(checkpoint(last, tree), tree, events.size()));
  }

  /** Numbers are assigned before commit, so an event that commits late gets a later position. */
  private List<AuditEvent> unsealed() {
    return AuditEvent.find(
            "from AuditEvent e where e.id > ?1 and not exists"
                + " (select 1 from AuditLeaf l where l.eventId = e.id) order by e.id",
            mark.from(AuditLeaf.newestEvent(), System.nanoTime()))
        .range(0, AT_ONCE - 1)
        .list();
  }

  /**
   * The tree of the committed leaves. It is stored again only after the new leaves are committed.
   */
  private MerkleFrontier caughtUp(long size) {
    MerkleFrontier tree = frontier;
    frontier = new MerkleFrontier();
    AuditLeaf.hashes(tree.size(), size).forEach(tree::append);
    return tree;
  }

  private Checkpoint checkpoint(Checkpoint last, MerkleFrontier tree) {
    Checkpoint checkpoint = new Checkpoint();
    checkpoint.size = tree.size();
    checkpoint.rootHash = tree.root();
    checkpoint.previousHash = last == null ? Checkpoint.NONE : last.hash;
    checkpoint.sealedAt = clock.instant();
    checkpoint.hash = checkpoint.computedHash();
    checkpoint.mac = checkpoint.computedMac(key);
    checkpoint.persist();
    return checkpoint;
  }
}
