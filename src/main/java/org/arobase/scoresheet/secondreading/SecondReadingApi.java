package org.arobase.scoresheet.secondreading;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The records of the second readings' API. */
final class SecondReadingApi {
  private SecondReadingApi() {}

  @Schema(name = "NewSecondReading", description = "Who reads a dossier once more.")
  record New(
      @NotBlank @Schema(description = "Id of the juror.", examples = "juror4") String juror) {}

  @Schema(name = "ReadingCandidate", description = "A juror who could read the dossier once more.")
  record Candidate(
      @Schema(description = "Id of the juror.", examples = "juror4") String juror,
      String name,
      @Schema(
              description =
                  "Share of the dossier’s issues that it knows, 0 to 100; 50: it has said nothing.")
          int known,
      @Schema(description = "Sheets that it has left to submit.") int left,
      @Schema(description = "Initiatives in all its dossiers.") int load) {}

  @Schema(
      name = "ReadingCandidates",
      description = "Who could read a dossier once more, the best first.")
  record Candidates(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "Initiatives that are to be read.") int initiatives,
      List<Candidate> candidates) {}
}
