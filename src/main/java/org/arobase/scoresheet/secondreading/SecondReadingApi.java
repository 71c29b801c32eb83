package org.arobase.scoresheet.secondreading;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The records of the second readings' API. */
final class SecondReadingApi {
  private SecondReadingApi() {}

  @Schema(
      name = "NewSecondReading",
      description = "The juror who gives a dossier a second reading.")
  record New(
      @NotBlank @Schema(description = "Id of the juror.", examples = "juror4") String juror) {}

  @Schema(
      name = "ReadingCandidate",
      description = "A juror who could give a dossier a second reading.")
  record Candidate(
      @Schema(description = "Id of the juror.", examples = "juror4") String juror,
      String name,
      @Schema(
              description =
                  "Percentage of the dossier’s issues that the juror knows, 0 to 100; 50 when the"
                      + " juror has named none.")
          int known,
      @Schema(description = "Sheets that the juror still has to submit.") int left,
      @Schema(description = "Initiatives in all the juror's dossiers.") int load) {}

  @Schema(
      name = "ReadingCandidates",
      description = "The jurors who could give a dossier a second reading, best first.")
  record Candidates(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "Initiatives to read.") int initiatives,
      List<Candidate> candidates) {}
}
