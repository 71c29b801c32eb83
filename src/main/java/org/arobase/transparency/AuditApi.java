package org.arobase.transparency;

import java.time.Instant;
import java.util.List;
import org.arobase.audit.AuditEvent;
import org.arobase.audit.sealing.Checkpoint;
import org.arobase.audit.sealing.Verifier.Kind;
import org.arobase.platform.http.HasETag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the audit's API. */
public final class AuditApi {
  private AuditApi() {}

  /** Something that happened. */
  @Schema(name = "AuditEvent", description = "Something that happened. No event holds a mark.")
  public record EventView(
      @Schema(description = "Rises; gaps are transactions that were rolled back.", examples = "42")
          long number,
      Instant recordedAt,
      @Schema(
              description =
                  "FOUND, CREATED, CHANGED, REMOVED, MOVED, SUBMITTED, REOPENED, RECUSED, LIFTED,"
                      + " WITHDRAWN, DECIDED, SIGNED, FINALISED, PUBLISHED, CORRECTED, REVOKED or ERASED.",
              examples = "SUBMITTED")
          String action,
      @Schema(description = "In whose name.", examples = "juror1") String actor,
      @Schema(description = "Who really did it.", examples = "secretariat") String realActor,
      @Schema(
              description =
                  "`actorsHash` of the leaf is SHA-256 of this and of the JSON list of the two names."
                      + " Absent once they are pseudonyms.")
          @Nullable String actorSalt,
      @Schema(examples = "score-sheet") String kind,
      @Schema(examples = "2020/78138/juror1") String subject,
      @Nullable @Schema(examples = "2020") Integer edition,
      @Schema(description = "Code of the dossier that it is about.", examples = "78138")
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

  /** A head of the tree. */
  @Schema(
      name = "Checkpoint",
      description =
          "The head of the Merkle tree (RFC 6962) over the first events. Who keeps one can prove"
              + " later that nothing before it was changed.")
  public record CheckpointView(
      @Schema(description = "How many events the tree has.", examples = "120") long size,
      @Schema(description = "The tree's root.") String rootHash,
      @Schema(description = "`hash` of the checkpoint before; zeros for the first.")
          String previousHash,
      Instant sealedAt,
      @Schema(description = "SHA-256 of the canonical JSON of the four others.") String hash) {
    static CheckpointView from(Checkpoint c) {
      return new CheckpointView(c.size, c.rootHash, c.previousHash, c.sealedAt, c.hash);
    }
  }

  /** That an event is in the tree. */
  @Schema(name = "InclusionProof", description = "That an event is in the tree (RFC 6962, 2.1.1).")
  public record InclusionProof(
      @Schema(
              description = "The leaf: its hash is SHA-256(0x00 || this text in UTF-8).",
              examples = "{\"action\":\"SUBMITTED\",…}")
          String leaf,
      String leafHash,
      @Schema(description = "Place in the tree, from 0.", examples = "41") long position,
      @Schema(description = "Size of the tree.", examples = "120") long size,
      String rootHash,
      @Schema(description = "From the leaf to the root.") List<String> path)
      implements HasETag {
    @Override
    public String tag() {
      return size + "-" + position;
    }
  }

  /** That an earlier tree is the beginning of a later one. */
  @Schema(
      name = "ConsistencyProof",
      description = "That the earlier tree is the beginning of the later one (RFC 6962, 2.1.2).")
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

  /** Something that is not as it was recorded. */
  @Schema(name = "AuditFinding", description = "Something that is not as it was recorded.")
  public record FindingView(
      Kind kind,
      @Schema(description = "Of what.", examples = "score-sheet") String of,
      @Schema(examples = "2020/78138/juror1") String subject) {}

  /** What the verifier found. */
  @Schema(name = "AuditReport", description = "What the verifier checked, and what is wrong.")
  public record Report(
      @Schema(description = "True: nothing is wrong.") boolean intact,
      @Schema(description = "Events checked.") long events,
      @Schema(description = "Events sealed.") long sealed,
      @Schema(description = "Subjects whose state was held against their last event.")
          long subjects,
      List<FindingView> findings) {}
}
