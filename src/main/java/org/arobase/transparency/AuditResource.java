package org.arobase.transparency;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.arobase.platform.http.Page;
import org.arobase.platform.http.Page.Limit;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.arobase.transparency.AuditApi.CheckpointView;
import org.arobase.transparency.AuditApi.ConsistencyProof;
import org.arobase.transparency.AuditApi.EventView;
import org.arobase.transparency.AuditApi.InclusionProof;
import org.arobase.transparency.AuditApi.Report;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened, and the proofs. */
@Path("/audit")
@Tag(name = "Audit", description = "What happened, and the proof that nobody rewrote it.")
public class AuditResource {
  private final AuditLog log;
  private final AuditProofs proofs;
  private final OneAtATime oneAtATime;

  AuditResource(AuditLog log, AuditProofs proofs, OneAtATime oneAtATime) {
    this.log = log;
    this.proofs = proofs;
    this.oneAtATime = oneAtATime;
  }

  /** The events. */
  @GET
  @Operation(
      operationId = "listAuditEvents",
      summary = "List what happened in an edition, the oldest first",
      description =
          "Events about a dossier that the caller is recused from are not shown. Without"
              + " `edition`: what is of no edition, such as frameworks and accounts.")
  public Page<EventView> events(
      @QueryParam("edition") Integer edition,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) String limit,
      @QueryParam("cursor") String cursor) {
    return log.events(edition, Limit.of(limit, cursor));
  }

  /** The checkpoints. */
  @GET
  @Path("/checkpoints")
  @Operation(
      operationId = "listCheckpoints",
      summary = "List the sealed heads of the record, the newest first",
      description = "Open to everyone: keep the newest, and nobody can cut off what it covers.")
  public Page<CheckpointView> checkpoints(
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) String limit,
      @QueryParam("cursor") String cursor) {
    return log.checkpoints(Limit.of(limit, cursor));
  }

  /** A consistency proof. */
  @GET
  @Path("/checkpoints/{size}/consistency")
  @Operation(
      operationId = "getCheckpointConsistency",
      summary = "Prove that an earlier head is the beginning of a later one")
  @Refuses(Problem.CHECKPOINT_NOT_FOUND)
  public ConsistencyProof consistency(
      @PathParam("size") long size, @QueryParam("from") @DefaultValue("1") long from) {
    return oneAtATime.runForAnyone(() -> proofs.consistency(from, size));
  }

  /** An inclusion proof. */
  @GET
  @Path("/events/{event}/inclusion")
  @Operation(
      operationId = "getInclusionProof",
      summary = "Prove that an event is in the newest sealed head")
  @Refuses(Problem.EVENT_NOT_FOUND)
  public InclusionProof inclusion(@PathParam("event") long event) {
    return oneAtATime.run(() -> proofs.inclusion(event));
  }

  /** Verifies. */
  @GET
  @Path("/verification")
  @Operation(
      operationId = "verifyAudit",
      summary = "Check the whole record, and what the database says now against it",
      description = "Reads everything: some seconds on a large edition.")
  public Report verify() {
    return oneAtATime.run(log::verify);
  }
}
