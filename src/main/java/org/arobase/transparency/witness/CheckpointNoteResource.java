package org.arobase.transparency.witness;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The newest head of the audit record as other transparency logs publish theirs. */
@Path("/audit/checkpoint")
@Tag(name = "Audit", description = "The audit record, and proofs that nobody changed it.")
@Produces(MediaType.TEXT_PLAIN)
public class CheckpointNoteResource {
  private final CheckpointNotes notes;

  CheckpointNoteResource(CheckpointNotes notes) {
    this.notes = notes;
  }

  /** The signed note. */
  @GET
  @Operation(
      operationId = "getCheckpointNote",
      summary = "Get the newest head of the audit record as a signed note",
      description =
          "Open to everyone. C2SP `tlog-checkpoint`: origin, number of events, root; then the"
              + " signatures of this server and of the witnesses that have seen it"
              + " (`cosignature/v1`). `java -jar arobase-verifier.jar checkpoint` checks it.")
  @Refuses({
    "checkpoint-not-found",
    "record-contradicted",
    "signing-off",
    "key-revoked",
    "key-retired"
  })
  public String newest() {
    return notes.newest();
  }

  /** The key that the note is signed with. */
  @GET
  @Path("/key")
  @Operation(
      operationId = "getCheckpointKey",
      summary = "Get the key of the audit record’s signed notes",
      description = "Open to everyone. C2SP `signed-note`: name, id and key. Witnesses need it.")
  @Refuses({"signing-off", "key-revoked", "key-retired"})
  public String key() {
    return notes.key() + "\n";
  }
}
