package org.arobase.palmares.retention;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The erasure of a member's personal data. */
@Path("/editions/{year}/jurors/{member}/erasure")
@Tag(name = "Jury", description = "Who judges what.")
public class ErasureResource {
  private final Erasure erasure;

  ErasureResource(Erasure erasure) {
    this.erasure = erasure;
  }

  /** Erases a member. */
  @POST
  @Idempotent
  @Operation(
      operationId = "eraseJuror",
      summary = "Erase the identity of a member of the jury; their marks stay under their id",
      description =
          "Once the palmarès is published: erases name, user, address, affiliation, competences,"
              + " reasons for recusals, and mails, in the audit record too. Seals, signatures and"
              + " proofs stay valid, since they hold no names. It happens automatically after the"
              + " months in the policy’s `retention`. Repeating it changes nothing.")
  @Refuses({"edition-not-found", "juror-not-found", "wrong-phase", "record-contradicted"})
  public void erase(@PathParam("year") int year, @PathParam("member") String member) {
    erasure.eraseOne(year, member);
  }
}
