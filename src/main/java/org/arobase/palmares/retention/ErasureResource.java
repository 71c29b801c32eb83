package org.arobase.palmares.retention;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person wants to be forgotten. */
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
      summary = "Erase who a member of the jury was; its marks stay under its id",
      description =
          "Once the palmarès is published: name, user, address, affiliation, competences, reasons of"
              + " ties and mails go, in the record of events too. Seals, signatures and proofs stay"
              + " good, since they hold no name. By itself it happens after the months of policy’s"
              + " `retention`. Done again it changes nothing.")
  @Refuses({
    Problem.EDITION_NOT_FOUND,
    Problem.JUROR_NOT_FOUND,
    Problem.WRONG_PHASE,
    Problem.RECORD_CONTRADICTED
  })
  public void erase(@PathParam("year") int year, @PathParam("member") String member) {
    erasure.eraseOne(year, member);
  }
}
