package org.arobase.transparency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.arobase.access.AccessScope;
import org.arobase.access.CallerMembership;
import org.arobase.audit.AuditEvent;
import org.arobase.audit.AuditProblem;
import org.arobase.audit.sealing.AuditLeaf;
import org.arobase.audit.sealing.Checkpoint;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.merkle.MerkleTree;
import org.arobase.platform.problem.Refusal;
import org.arobase.transparency.AuditApi.ConsistencyProof;
import org.arobase.transparency.AuditApi.InclusionProof;

/** Builds proofs from the sealed leaves. Anyone who kept a head can check them. */
@ApplicationScoped
class AuditProofs {
  private final AccessScope scope;
  private final CallerMembership membership;
  private final Caller caller;

  AuditProofs(AccessScope scope, CallerMembership membership, Caller caller) {
    this.scope = scope;
    this.membership = membership;
    this.caller = caller;
  }

  /**
   * Proof that the tree of the later checkpoint begins with that of the earlier one.
   *
   * @throws Refusal 404 when one of them does not exist or the earlier one is larger
   */
  @Transactional
  public ConsistencyProof consistency(long earlier, long later) {
    Checkpoint first = Checkpoint.required(earlier);
    Checkpoint second = Checkpoint.required(later);
    if (earlier > later) {
      throw new Refusal(AuditProblem.CHECKPOINT_NOT_FOUND, String.valueOf(earlier));
    }
    MerkleTree tree = new MerkleTree(AuditLeaf.hashes(0, later));
    return new ConsistencyProof(
        earlier,
        first.rootHash,
        later,
        second.rootHash,
        tree.consistency(Math.toIntExact(earlier)));
  }

  private boolean isHidden(AuditEvent event) {
    boolean isOfOthers =
        event.edition != null
            && !caller.is(Roles.SECRETARIAT)
            && membership.isHeldByOthers(event.edition, Roles.PRESIDENT);
    return isOfOthers || scope.isHidden(event.subject());
  }

  /**
   * Proof that an event is in the tree of the newest checkpoint.
   *
   * @throws Refusal 404 when the event does not exist, is not sealed yet or is hidden from the
   *     caller: of a dossier that they are recused from, or of an edition that they do not preside
   */
  @Transactional
  public InclusionProof inclusion(long number) {
    AuditEvent event = ByKey.find(AuditEvent.class, number).orElse(null);
    AuditLeaf leaf = AuditLeaf.find("eventId", number).firstResult();
    Checkpoint head = Checkpoint.last();
    if (event == null || leaf == null || head == null || isHidden(event)) {
      throw new Refusal(TransparencyProblem.EVENT_NOT_FOUND, String.valueOf(number));
    }
    List<String> hashes = AuditLeaf.hashes(0, head.size);
    return new InclusionProof(
        event.leaf(),
        leaf.leafHash,
        leaf.position,
        head.size,
        head.rootHash,
        new MerkleTree(hashes).inclusion(Math.toIntExact(leaf.position)));
  }
}
