package org.arobase.rating.analysis;

import java.math.BigDecimal;
import java.util.List;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.http.HasETag;
import org.arobase.scoring.severity.SeverityFit.Status;
import org.arobase.scoring.severity.SeverityModel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the reliability API. An undefined value is absent, never 0. */
public final class ReliabilityApi {
  private ReliabilityApi() {}

  @Schema(name = "JurorSeverity", description = "How severely and how consistently a juror scores.")
  public record JurorSeverity(
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      @Schema(description = "Dossiers that the juror has scored.") int dossiers,
      @Schema(
              description =
                  "How much the juror gives above the others; below 0, the juror is severe.")
          @Nullable BigDecimal severity,
      @Schema(description = "Standard error of the severity.") @Nullable BigDecimal standardError,
      @Schema(
              description =
                  "Mean square of the juror's residuals over the residual variance: about 1.")
          @Nullable BigDecimal misfit,
      @Schema(
              description =
                  "Rise of the juror's residual per point of score: below 0 the juror keeps to the"
                      + " middle of the scale, above 0 the juror spreads the scores.")
          @Nullable BigDecimal slope) {}

  @Schema(name = "CriterionAgreement", description = "How far jurors agree on a criterion.")
  public record CriterionAgreement(
      @Schema(description = "Code of the criterion.", examples = "utility") String criterion,
      @Schema(description = "Initiatives that two or more jurors marked on this criterion.")
          int units,
      @Schema(description = "Krippendorff's alpha, ordinal.") @Nullable BigDecimal alpha,
      @Schema(description = "Gwet's AC2, quadratic weights.") @Nullable BigDecimal ac2) {}

  @Schema(
      name = "LinkedPart",
      description = "A connected part of the graph of jurors and dossiers.")
  public record Part(List<String> jurors, List<String> dossiers) {}

  @Schema(
      name = "CommonDossiers",
      description = "Dossiers that every juror has scored, and the coefficients that need them.")
  public record Common(
      List<String> dossiers,
      @Schema(description = "Kendall's W: how far jurors rank these dossiers alike, 0 to 1.")
          @Nullable BigDecimal kendallW,
      @Schema(description = "Fleiss' kappa of the levels that each juror's score would reach.")
          @Nullable BigDecimal kappa) {}

  @Schema(
      name = "Anchoring",
      description = "The anchors that keep levels comparable between editions.")
  public record Anchoring(
      @Schema(description = "The anchors that have a score in this edition, five or more.")
          List<String> anchors,
      @Schema(description = "What the anchors added to every score connected with them.")
          BigDecimal added,
      @Schema(description = "Standard error of that amount.") BigDecimal standardError) {}

  @Schema(
      name = "Reliability",
      description =
          "How far the jury's scores can be trusted: severities, agreement, and whether jurors can"
              + " be compared at all. Estimated from the dossiers that the caller may know.")
  public record Report(
      @Schema(description = "How the policy corrects severities.") SeverityModel model,
      @Schema(description = "Whether severities were corrected, and if not, why.") Status status,
      @Schema(description = "Dossiers with a score.") int dossiers,
      @Schema(
              description =
                  "Mean variance of the difference of two severities, divided by that of the best"
                      + " design; 1 is ideal.")
          @Nullable BigDecimal contrastRatio,
      @Schema(description = "Variance between dossiers.") @Nullable BigDecimal dossierVariance,
      @Schema(description = "Variance between jurors.") @Nullable BigDecimal jurorVariance,
      @Schema(description = "Residual variance.") @Nullable BigDecimal residualVariance,
      @Schema(description = "Reliability (ICC) of the uncorrected mean of a dossier's jurors.")
          @Nullable BigDecimal rawReliability,
      @Schema(description = "Reliability (ICC) of that mean once severities are corrected.")
          @Nullable BigDecimal correctedReliability,
      @Schema(description = "Krippendorff's alpha of the jurors' scores, interval.")
          @Nullable BigDecimal alpha,
      List<JurorSeverity> jurors,
      List<CriterionAgreement> criteria,
      @Schema(description = "The connected parts; with one part, all jurors can be compared.")
          List<Part> parts,
      Common common,
      @Schema(description = "One entry per part with five anchors or more.")
          List<Anchoring> anchoring)
      implements HasETag {
    @Override
    public String tag() {
      return Canonical.hash(Canonical.json(List.of(jurors, criteria, parts, common, anchoring)))
          .substring(0, 32);
    }
  }
}
