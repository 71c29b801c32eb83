package org.arobase.transparency;

import java.time.Instant;
import java.util.List;
import org.arobase.audit.AuditEvent;
import org.arobase.audit.sealing.Checkpoint;
import org.arobase.audit.sealing.Verifier.Kind;
import org.arobase.platform.http.HasETag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the audit API. */
public final class AuditApi {
  private AuditApi() {}

  /** An audit event. */
  @Schema(name = "AuditEvent", description = "An audit event. Events never contain marks.")
  public record EventView(
      @Schema(description = "Increases; gaps are rolled-back transactions.", examples = "42")
          long number,
      Instant recordedAt,
      @Schema(
              description =
                  "FOUND, CREATED, CHANGED, REMOVED, MOVED, SUBMITTED, REOPENED, RECUSED, LIFTED,"
                      + " WITHDRAWN, DECIDED, SIGNED, FINALISED, PUBLISHED, CORRECTED, REVOKED or ERASED.",
              examples = "SUBMITTED")
          String action,
      @Schema(description = "User on whose behalf it was done.", examples = "juror1") String actor,
      @Schema(description = "User who did it.", examples = "secretariat") String realActor,
      @Schema(
              description =
                  "`actorsHash` in the leaf is SHA-256 of this salt followed by the JSON array of"
                      + " the two names. Absent once the names are pseudonyms.")
          @Nullable String actorSalt,
      @Schema(examples = "score-sheet") String kind,
      @Schema(examples = "2020/78138/juror1") String subject,
      @Nullable @Schema(examples = "2020") Integer edition,
      @Schema(description = "Code of the dossier, if any.", examples = "78138")
          @Nullable String dossier,
      @Schema(
              description =
                  "SHA-256 of a secret random number and of the subject's state after the event.")
          String payloadHash) {
    static EventView from(AuditEvent e) {
      return new EventView(
          e.id,
          e.recordedAt,
          e.action,
          e.actor,
          e.realActor,
          e.actorSalt,
          e.kind,
          e.subject,
          e.edition,
          e.dossier,
          e.payloadHash);
    }
  }

  /** A checkpoint: a head of the tree. */
  @Schema(
      name = "Checkpoint",
      description =
          "The head of the Merkle tree (RFC 6962) over the first `size` events. With a kept"
              + " checkpoint, anyone can check later that none of these events was changed.")
  public record CheckpointView(
      @Schema(description = "Number of events in the tree.", examples = "120") long size,
      @Schema(description = "Root hash of the tree.") String rootHash,
      @Schema(description = "`hash` of the previous checkpoint; zeros for the first.")
          String previousHash,
      Instant sealedAt,
      @Schema(description = "SHA-256 of the canonical JSON of the other four.") String hash) {
    static CheckpointView from(Checkpoint c) {
      return new CheckpointView(c.size, c.rootHash, c.previousHash, c.sealedAt, c.hash);
    }
  }

  /** Proof that an event is in the tree. */
  @Schema(
      name = "InclusionProof",
      description = "Proof that an event is in the tree (RFC 6962, 2.1.1).")
  public record InclusionProof(
      @Schema(
              description = "The leaf: its hash is SHA-256(0x00 || this text in UTF-8).",
              examples = "{\"action\":\"SUBMITTED\",…}")
          String leaf,
      String leafHash,
      @Schema(description = "Position in the tree, from 0.", examples = "41") long position,
      @Schema(description = "Size of the tree.", examples = "120") long size,
      String rootHash,
      @Schema(description = "Hashes from the leaf up to the root.") List<String> path)
      implements HasETag {
    @Override
    public String tag() {
      return size + "-" + position;
    }
  }

  /** Proof that a later tree begins with an earlier one. */
  @Schema(
      name = "ConsistencyProof",
      description = "Proof that the later tree begins with the earlier one (RFC 6962, 2.1.2).")
  public record ConsistencyProof(
      @Schema(examples = "80") long earlierSize,
      String earlierRootHash,
      @Schema(examples = "120") long laterSize,
      String laterRootHash,
      List<String> path)
      implements HasETag {
    @Override
    public String tag() {
      return earlierSize + "-" + laterSize;
    }
  }

  /** A difference between the audit record and what it should be. */
  @Schema(name = "AuditFinding", description = "A finding of the verifier.")
  public record FindingView(
      Kind kind,
      @Schema(description = "Kind of the subject.", examples = "score-sheet") String of,
      @Schema(examples = "2020/78138/juror1") String subject) {}

  /** The result of a verification. */
  @Schema(name = "AuditReport", description = "What the verifier checked, and its findings.")
  public record Report(
      @Schema(description = "True when there are no findings.") boolean intact,
      @Schema(description = "Events checked, without those hidden from the caller.") long events,
      @Schema(description = "Events sealed.") long sealed,
      @Schema(description = "Subjects whose state was compared with their last event.")
          long subjects,
      List<FindingView> findings) {}
}
