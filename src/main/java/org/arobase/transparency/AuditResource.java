package org.arobase.transparency;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Refuses;
import org.arobase.transparency.AuditApi.CheckpointView;
import org.arobase.transparency.AuditApi.ConsistencyProof;
import org.arobase.transparency.AuditApi.EventView;
import org.arobase.transparency.AuditApi.InclusionProof;
import org.arobase.transparency.AuditApi.Report;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit record and its proofs. */
@Path("/audit")
@Tag(name = "Audit", description = "The audit record, and proofs that nobody changed it.")
public class AuditResource {
  private static final Duration REFUSED_AFTER = Duration.ofMillis(25);

  private final AuditLog log;
  private final AuditProofs proofs;
  private final OneAtATime oneAtATime;

  AuditResource(AuditLog log, AuditProofs proofs, OneAtATime oneAtATime) {
    this.log = log;
    this.proofs = proofs;
    this.oneAtATime = oneAtATime;
  }

  /** The events of an edition, or those outside any edition. */
  @GET
  @Operation(
      operationId = "listAuditEvents",
      summary = "List the events of an edition, oldest first",
      description =
          "Events about dossiers that the caller is recused from are left out. Without `edition`,"
              + " lists the events outside any edition, such as those of frameworks and accounts.")
  public Page<EventView> events(
      @QueryParam("edition") Integer edition, @BeanParam @Valid PageRequest page) {
    return log.events(edition, page);
  }

  /** The checkpoints, the newest first. */
  @GET
  @Path("/checkpoints")
  @Operation(
      operationId = "listCheckpoints",
      summary = "List the checkpoints of the audit record, newest first",
      description =
          "Open to everyone. If you keep the newest one, nobody can remove the events it covers"
              + " unnoticed.")
  public Page<CheckpointView> checkpoints(@BeanParam @Valid PageRequest page) {
    return log.checkpoints(page);
  }

  /** A proof that one checkpoint extends another. */
  @GET
  @Path("/checkpoints/{size}/consistency")
  @Operation(
      operationId = "getCheckpointConsistency",
      summary = "Prove that a later checkpoint extends an earlier one")
  @Refuses("checkpoint-not-found")
  public ConsistencyProof consistency(
      @PathParam("size") long size, @QueryParam("from") @DefaultValue("1") long from) {
    return oneAtATime.runForAnyone(() -> proofs.consistency(from, size));
  }

  /** A proof that an event is in the newest checkpoint. */
  @GET
  @Path("/events/{event}/inclusion")
  @Operation(
      operationId = "getInclusionProof",
      summary = "Prove that an event is in the newest checkpoint")
  @Refuses("event-not-found")
  public InclusionProof inclusion(@PathParam("event") long event) {
    long begun = System.nanoTime();
    try {
      return oneAtATime.run(() -> proofs.inclusion(event));
    } catch (Refusal e) {
      awaitSince(begun);
      throw e;
    }
  }

  /** A hidden event takes longer to refuse than an unknown one: both are refused at one time. */
  private static void awaitSince(long begun) {
    long left = REFUSED_AFTER.toNanos() - (System.nanoTime() - begun);
    if (left > 0) {
      LockSupport.parkNanos(left);
    }
  }

  /** Checks the whole audit record. */
  @GET
  @Path("/verification")
  @Operation(
      operationId = "verifyAudit",
      summary = "Check the audit record, and compare the present state with it",
      description = "Reads all events and subjects; takes some seconds on a large edition.")
  public Report verify() {
    return oneAtATime.run(log::verify);
  }
}
