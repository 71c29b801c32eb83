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

  @Schema(name = "ReviewChange", description = "What the jury says of a dossier together.")
  record Change(
      @NotNull Stage stage,
      @Schema(description = "Id of the member who writes the statement.", examples = "juror2")
          @Nullable String rapporteur,
      @NotNull @Size(max = 20_000) @Schema(description = "Needed for PANEL.") String statement,
      @Min(0) @Max(LEVELS) @Schema(description = "The level that it proposes.")
          @Nullable Integer level) {}

  @Schema(name = "NewVoice", description = "What a juror says of a statement.")
  record NewVoice(
      @Schema(description = "`version` of the review that the juror has read.") int version,
      boolean agrees,
      @Size(max = 5_000)
          @Schema(description = "Needed by who does not agree: it stands beside the statement.")
          @Nullable String remark) {}

  @Schema(
      name = "Voice",
      description = "What a juror of the dossier says of the statement as it is.")
  record Voice(
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      boolean agrees,
      String remark,
      Instant givenAt) {}

  @Schema(
      name = "Review",
      description =
          "Where a dossier is on its way to what the jury says of it together. A voice is on the"
              + " statement as it was then; when that changes, it is asked for again.")
  record View(
      @Schema(examples = "2020") int edition,
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(examples = "Chanteloup-les-Vignes") String name,
      Stage stage,
      @Schema(description = "Id of the member who writes the statement.")
          @Nullable String rapporteur,
      String statement,
      @Nullable Integer level,
      @Schema(description = "On the statement as it is.") List<Voice> voices,
      @Schema(description = "Ids of the dossier’s jurors who have not said anything of it yet.")
          List<String> silent,
      @Schema(description = "Of the statement; a voice names it.", examples = "1") int version)
      implements HasETag {
    @Override
    public String tag() {
      return String.valueOf(version);
    }
  }

  /** The last voice of each juror on this version, of all on its dossier, by the jurors' ids. */
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
