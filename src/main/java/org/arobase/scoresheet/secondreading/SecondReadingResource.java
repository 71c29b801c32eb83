package org.arobase.scoresheet.secondreading;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.jury.assignment.AssignmentApi;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Second readings of a dossier by one more juror. */
@Path("/editions/{year}/dossiers/{code}/second-readings")
@Tag(name = "Jury", description = "Who judges what.")
public class SecondReadingResource {
  private final SecondReadings readings;

  SecondReadingResource(SecondReadings readings) {
    this.readings = readings;
  }

  /** Lists the jurors who could give a second reading. */
  @GET
  @Operation(
      operationId = "listReadingCandidates",
      summary = "List the jurors who could give a dossier a second reading, best first",
      description =
          "Jurors are left out when they are recused, have left or declined, hold an office, have"
              + " or had the dossier, or have no capacity for it. Jurors who know most of the"
              + " dossier come first, then those with the fewest sheets left. The board shows which"
              + " dossiers to read again: `?flag=DIVERGENT`, `?sort=GAIN`.")
  @Refuses("dossier-not-found")
  public SecondReadingApi.Candidates candidates(
      @PathParam("year") int year, @PathParam("code") String code) {
    return readings.candidates(year, code);
  }

  /** Assigns a second reading to a juror. */
  @POST
  @Idempotent
  @ResponseStatus(201)
  @Operation(
      operationId = "assignSecondReading",
      summary = "Assign a second reading of a dossier to a juror",
      description = "The sheet of a second reading can be written in DELIBERATION too.")
  @Refuses({"dossier-not-found", "juror-not-found", "wrong-phase", "cannot-read"})
  public AssignmentApi.Entry assign(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @NotNull @Valid SecondReadingApi.New reading) {
    return readings.assign(year, code, reading.juror());
  }
}
