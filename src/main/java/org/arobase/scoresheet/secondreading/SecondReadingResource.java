package org.arobase.scoresheet.secondreading;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.jury.assignment.AssignmentApi;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A dossier that one juror more is to read. */
@Path("/editions/{year}/dossiers/{code}/second-readings")
@Tag(name = "Jury", description = "Who judges what.")
public class SecondReadingResource {
  private final SecondReadings readings;

  SecondReadingResource(SecondReadings readings) {
    this.readings = readings;
  }

  /** Who could. */
  @GET
  @Operation(
      operationId = "listReadingCandidates",
      summary = "Who could read a dossier once more, the best first",
      description =
          "Nobody who is recused, has left or declined, has the dossier already or could not read so"
              + " much more; who knows most of it and has least left comes first. Which dossiers to"
              + " read again says the board: `?flag=DIVERGENT`, `?sort=GAIN`.")
  @Refuses(Problem.DOSSIER_NOT_FOUND)
  public SecondReadingApi.Candidates candidates(
      @PathParam("year") int year, @PathParam("code") String code) {
    return readings.candidates(year, code);
  }

  /** Gives a dossier to one juror more. */
  @POST
  @Idempotent
  @ResponseStatus(201)
  @Operation(
      operationId = "assignSecondReading",
      summary = "Have one juror more read a dossier",
      description = "In DELIBERATION its sheet can be written all the same.")
  @Refuses({
    Problem.DOSSIER_NOT_FOUND,
    Problem.JUROR_NOT_FOUND,
    Problem.WRONG_PHASE,
    Problem.CANNOT_READ
  })
  public AssignmentApi.Entry assign(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @NotNull @Valid SecondReadingApi.New reading) {
    return readings.assign(year, code, reading.juror());
  }
}
