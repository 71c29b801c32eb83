package org.arobase.deliberation.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arobase.deliberation.review.Review.Stage;
import org.arobase.platform.http.HasETag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the reviews' API. */
final class ReviewApi {
  private static final int LEVELS = 5;

  private ReviewApi() {}

  @Schema(name = "ReviewChange", description = "A change of the jury’s joint review of a dossier.")
  record Change(
      @NotNull Stage stage,
      @Schema(description = "Id of the member who writes the statement.", examples = "juror2")
          @Nullable String rapporteur,
      @NotNull @Size(max = 20_000) @Schema(description = "Required for PANEL.") String statement,
      @Min(0) @Max(LEVELS) @Schema(description = "The level that the statement proposes.")
          @Nullable Integer level) {}

  @Schema(name = "NewVoice", description = "A juror’s opinion on a statement.")
  record NewVoice(
      @Schema(description = "`version` of the review that the juror has read.") int version,
      boolean agrees,
      @Size(max = 5_000)
          @Schema(description = "Required when `agrees` is false; shown next to the statement.")
          @Nullable String remark) {}

  @Schema(
      name = "Voice",
      description = "The opinion of a juror of the dossier on the present statement.")
  record Voice(
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      boolean agrees,
      String remark,
      Instant givenAt) {}

  @Schema(
      name = "Review",
      description =
          "The jury’s joint review of a dossier. A voice concerns one version of the statement;"
              + " when the statement changes, jurors are asked again.")
  record View(
      @Schema(examples = "2020") int edition,
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(examples = "Chanteloup-les-Vignes") String name,
      Stage stage,
      @Schema(description = "Id of the member who writes the statement.")
          @Nullable String rapporteur,
      String statement,
      @Nullable Integer level,
      @Schema(description = "On the present version of the statement.") List<Voice> voices,
      @Schema(description = "Ids of the dossier’s jurors who have not given a voice on it yet.")
          List<String> silent,
      @Schema(description = "Version of the statement; a voice names it.", examples = "1")
          int version)
      implements HasETag {
    @Override
    public String tag() {
      return String.valueOf(version);
    }
  }

  /**
   * The last voice of each juror on the present version of a review, ordered by juror id.
   *
   * @param all all voices on the dossier, oldest first
   */
  static List<Voice> voices(Review review, List<ReviewVoice> all) {
    Map<String, Voice> last = new LinkedHashMap<>();
    for (ReviewVoice v : all) {
      if (v.reviewVersion == review.number()) {
        last.put(v.juror.handle, new Voice(v.juror.handle, v.agrees, v.remark, v.givenAt));
      }
    }
    List<Voice> voices = new ArrayList<>(last.values());
    voices.sort((a, b) -> a.juror().compareTo(b.juror()));
    return voices;
  }
}
