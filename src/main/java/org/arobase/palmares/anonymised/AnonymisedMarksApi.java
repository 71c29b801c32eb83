package org.arobase.palmares.anonymised;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.http.HasETag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the marks without names. */
final class AnonymisedMarksApi {
  static final String FORMAT = "arobase-marks/1";

  private AnonymisedMarksApi() {}

  @Schema(
      name = "AnonymisedMarks",
      description =
          "All inputs of the levels: the policy, the grid, and every mark under a neutral pseudonym"
              + " of its juror.")
  record Marks(
      @Schema(examples = FORMAT) String format,
      @Schema(examples = "2020") int edition,
      @Schema(examples = "arobase-scoring/3") String engine,
      @Schema(description = "SHA-256 of the newest sealed results.") String resultsHash,
      @Schema(description = "Whether all dossiers are included; if not, severities differ.")
          boolean complete,
      RatingPolicy policy,
      List<Criterion> criteria,
      @Schema(description = "Issues by code of the stratum.") Map<String, List<Issue>> strata,
      List<Dossier> dossiers)
      implements HasETag {
    @Override
    public String tag() {
      return Canonical.hash(Canonical.json(this));
    }
  }

  @Schema(name = "ReplayCriterion")
  record Criterion(String code, BigDecimal weight, BigDecimal minimum, BigDecimal maximum) {}

  @Schema(name = "ReplayIssue")
  record Issue(String code, BigDecimal weight, boolean applicable, int expected) {}

  @Schema(name = "ReplayDossier")
  record Dossier(
      @Schema(examples = "78138") String code,
      String stratum,
      @Nullable BigDecimal anchor,
      @Schema(description = "How many jurors’ scores are required.") int quorum,
      List<Initiative> initiatives,
      List<Sheet> sheets,
      Sealed sealed) {}

  @Schema(name = "ReplayInitiative")
  record Initiative(int number, List<String> issues) {}

  @Schema(name = "ReplaySheet")
  record Sheet(
      @Schema(description = "A pseudonym.", examples = "J07") String juror,
      List<GivenMark> marks) {}

  @Schema(name = "ReplayMark")
  record GivenMark(
      int initiative, String criterion, @Nullable BigDecimal value, @Nullable String state) {}

  @Schema(name = "ReplaySealed", description = "The sealed result.")
  record Sealed(@Nullable String score, @Nullable Integer computedLevel, int level) {}
}
