package org.arobase.rating.explanation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.arobase.authority.LocalAuthority;
import org.arobase.authority.LocalAuthority.Kind;
import org.arobase.platform.language.Text;
import org.arobase.rating.RatingInput;
import org.arobase.scoring.Certainty;
import org.arobase.scoring.Flag;
import org.arobase.scoring.Rating;
import org.arobase.scoring.hierarchy.Presence;
import org.arobase.scoring.panel.PanelRule;
import org.arobase.scoring.severity.SeverityFit.Status;
import org.arobase.scoring.severity.SeverityModel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the ratings API. Scores are from 0 to 1, with ten digits. */
public final class RatingApi {
  private RatingApi() {}

  /** A juror's score of a dossier. */
  @Schema(name = "JurorScore", description = "The score that one juror's marks give.")
  public record JurorScore(
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      @Schema(description = "From 0 to 1.") @Nullable BigDecimal score) {}

  /** A dossier on the board. */
  @Schema(name = "RatingSummary", description = "A dossier on the president's board.")
  public record Summary(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(examples = "Chanteloup-les-Vignes") String name,
      Kind kind,
      @Schema(description = "Number of the département.", examples = "78") String department,
      @Schema(description = "Code of its stratum.") String stratum,
      @Schema(description = "Initiatives that count.") int initiatives,
      @Schema(description = "Jurors it is assigned to.") int assigned,
      @Schema(description = "Sheets submitted.") int submitted,
      @Schema(
              description =
                  "From 0 to 1, severities corrected as the policy says; absent below the quorum.")
          @Nullable BigDecimal score,
      @Schema(description = "Mean of the jurors' uncorrected scores.")
          @Nullable BigDecimal rawScore,
      @Schema(description = "Standard error of the score; absent when it cannot be estimated.")
          @Nullable BigDecimal standardError,
      @Schema(
              description =
                  "Lower and upper end of the 90 % interval of the score; empty without a standard"
                      + " error.")
          List<BigDecimal> interval,
      @Schema(
              description =
                  "P(level) for each level from 0 to 5, with gates and floor taken as certain;"
                      + " empty without a standard error.")
          List<BigDecimal> levelProbabilities,
      @Schema(
              description =
                  "Expected rise of the probability of the likeliest level with one more juror. The"
                      + " dossier with the largest gain should be read again first.")
          @Nullable BigDecimal gainOfOneMore,
      @Schema(description = "0 to 5 @, after gates and floor.") @Nullable Integer level,
      @Schema(description = "0 to 5 @, by the thresholds alone.") @Nullable Integer levelByScore,
      @Schema(description = "Issues that have a score.") int coveredIssues,
      List<JurorScore> jurors,
      @Schema(description = "Points to check before deciding.") Set<Flag> flags) {
    public static Summary from(RatingInput d, Rating rating) {
      LocalAuthority authority = d.dossier().authority;
      Certainty certainty = rating.certainty();
      return new Summary(
          d.dossier().code(),
          authority.name,
          authority.kind,
          authority.department,
          d.stratum(),
          d.grid().initiatives().size(),
          d.sheets().size(),
          rating.panel().scores().size(),
          Explanations.shown(rating.score()),
          Explanations.shown(rating.mean()),
          certainty == null ? null : Explanations.shown(certainty.error()),
          certainty == null
              ? List.of()
              : certainty.interval().stream().map(Explanations::shown).toList(),
          certainty == null ? List.of() : certainty.probabilities(),
          certainty == null ? null : certainty.gain(),
          rating.level() == null ? null : rating.level().level(),
          rating.level() == null ? null : rating.level().byScore(),
          rating.panel().issues().size(),
          rating.panel().scores().entrySet().stream()
              .map(e -> new JurorScore(e.getKey(), Explanations.shown(e.getValue())))
              .toList(),
          rating.flags());
    }
  }

  /** The changes of the board. */
  @Schema(name = "BoardChange", description = "The changes of the board since the last event.")
  public record BoardChange(
      @Schema(description = "Rows that are new or have changed.") List<Summary> changed,
      @Schema(description = "Codes of dossiers that are no longer on it.") List<String> gone) {}

  /** A gate and its result. */
  @Schema(name = "GateResult", description = "A condition of a level in addition to the score.")
  public record GateView(
      @Schema(description = "The lowest level that the gate guards.") int level,
      @Schema(description = "The condition, in the caller's language.") String condition,
      @Schema(description = "Number of covered issues, or the issue's score.")
          @Nullable BigDecimal found,
      boolean passed) {}

  /** An issue and its score. */
  @Schema(name = "IssueScore", description = "An issue in a dossier: one tile of the mosaic.")
  public record IssueScore(
      @Schema(examples = "education") String code,
      Text name,
      @Schema(description = "Weight among the issues.") BigDecimal weight,
      @Schema(description = "Initiatives that count.") int initiatives,
      @Schema(description = "Mean of the jurors' scores; absent when there is none.")
          @Nullable BigDecimal score) {}

  /** A part of a juror's score. */
  @Schema(
      name = "Contribution",
      description =
          "The part of an issue, an initiative or a criterion in a juror's score. The contributions"
              + " of the criteria and of rounding add up to the score; each has fifteen digits.")
  public record LineView(
      @Schema(description = "Absent for the rounding of the whole score.", examples = "education")
          @Nullable String issue,
      @Schema(examples = "4") @Nullable Integer initiative,
      @Schema(examples = "utility") @Nullable String criterion,
      @Schema(description = "Whether rounding added this part.") boolean rounding,
      Presence presence,
      @Schema(description = "From 0 to 1.") @Nullable BigDecimal score,
      @Schema(description = "Weight among its siblings.") BigDecimal weight,
      @Schema(description = "Present weight divided by applicable weight.") BigDecimal coverage,
      @Schema(description = "Part of the juror's score.") BigDecimal contribution) {}

  /** A juror's score with every contribution. */
  @Schema(name = "JurorBreakdown", description = "One juror's score with every contribution.")
  public record JurorBreakdown(
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      @Nullable BigDecimal score,
      List<LineView> lines) {}

  /** What a dossier lacks for the next level. */
  @Schema(name = "NextLevel", description = "What a dossier lacks for the next level.")
  public record NextLevel(
      int level,
      @Schema(description = "The minimum score of that level.") BigDecimal threshold,
      @Schema(description = "What the score lacks; 0 when only gates are not passed.")
          BigDecimal lacking,
      @Schema(description = "The gates that are not passed, in words.") List<String> gates) {}

  /** The explanation of one dossier's rating. */
  @Schema(
      name = "RatingExplanation",
      description = "A dossier's rating with every step of its computation.")
  public record Explanation(
      Summary rating,
      @Schema(description = "The rating in words, in the caller's language.") String sentence,
      @Schema(description = "Mean of the jurors' scores before rounding.")
          @Nullable BigDecimal mean,
      @Schema(
              description =
                  "What the correction of the jurors' severities and the panel rule added to the"
                      + " mean. Severities are estimated from the dossiers that the caller may"
                      + " know.")
          @Nullable BigDecimal correction,
      @Schema(
              description =
                  "What the anchors, dossiers that another jury has scored before, added after the"
                      + " correction.")
          @Nullable BigDecimal anchoring,
      @Schema(description = "What rounding added after the anchors.") @Nullable BigDecimal rounding,
      @Schema(description = "How the jurors' scores are combined into one.") PanelRule panelRule,
      @Schema(description = "How the policy corrects severities.") SeverityModel severityModel,
      @Schema(description = "Whether severities were corrected, and if not, why.")
          @Nullable Status severityStatus,
      List<BigDecimal> thresholds,
      List<GateView> gates,
      @Schema(description = "Whether the floor raised the level.") boolean floored,
      @Nullable NextLevel next,
      List<IssueScore> issues,
      List<JurorBreakdown> jurors,
      @Schema(description = "Version of the engine.") String engine,
      @Schema(description = "SHA-256 of the framework.") String frameworkHash,
      @Schema(description = "SHA-256 of the rating policy.") String policyHash,
      @Schema(
              description =
                  "Commitment to what was judged and to the submitted marks: it changes with each"
                      + " of them, and nobody can find them from it.")
          String marksHash) {}
}
