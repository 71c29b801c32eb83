package org.arobase.rating.analysis;

import java.math.BigDecimal;
import java.util.List;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.http.HasETag;
import org.arobase.scoring.severity.SeverityFit.Status;
import org.arobase.scoring.severity.SeverityModel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the reliability's API. What is undefined is absent, never 0. */
public final class ReliabilityApi {
  private ReliabilityApi() {}

  @Schema(name = "JurorSeverity", description = "How a juror gives its scores.")
  public record JurorSeverity(
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      @Schema(description = "Dossiers that it gave a score.") int dossiers,
      @Schema(description = "What it gives beyond the others: below 0, a severe juror.")
          @Nullable BigDecimal severity,
      @Schema(description = "Its standard error.") @Nullable BigDecimal standardError,
      @Schema(description = "Mean square of its residuals over the residual variance: about 1.")
          @Nullable BigDecimal misfit,
      @Schema(
              description =
                  "How much its residual rises for a point of score: below 0 it keeps to the middle"
                      + " of the scale, above 0 it spreads.")
          @Nullable BigDecimal slope) {}

  @Schema(name = "CriterionAgreement", description = "How far jurors agree on a criterion.")
  public record CriterionAgreement(
      @Schema(description = "Code of the criterion.", examples = "utility") String criterion,
      @Schema(description = "Initiatives that two jurors or more marked on it.") int units,
      @Schema(description = "Krippendorff's alpha, ordinal.") @Nullable BigDecimal alpha,
      @Schema(description = "Gwet's AC2, quadratic weights.") @Nullable BigDecimal ac2) {}

  @Schema(name = "LinkedPart", description = "Jurors and dossiers that others link.")
  public record Part(List<String> jurors, List<String> dossiers) {}

  @Schema(
      name = "CommonDossiers",
      description = "Dossiers that every juror has scored, and what only they can tell.")
  public record Common(
      List<String> dossiers,
      @Schema(description = "Kendall's W: how far jurors rank them alike, 0 to 1.")
          @Nullable BigDecimal kendallW,
      @Schema(description = "Fleiss' kappa of the levels that each juror's score would reach.")
          @Nullable BigDecimal kappa) {}

  @Schema(name = "Anchoring", description = "What holds levels still from one edition to the next.")
  public record Anchoring(
      @Schema(description = "The anchors that have a score here, five or more.")
          List<String> anchors,
      @Schema(description = "What they added to every score that is connected with them.")
          BigDecimal added,
      @Schema(description = "Its standard error.") BigDecimal standardError) {}

  @Schema(
      name = "Reliability",
      description =
          "How far the jury's scores can be trusted: severities, agreement, and whether jurors can"
              + " be compared at all. Estimated from the dossiers that the caller may know.")
  public record Report(
      @Schema(description = "How policy corrects severities.") SeverityModel model,
      @Schema(description = "Whether they were corrected, and if not, why.") Status status,
      @Schema(description = "Dossiers with a score.") int dossiers,
      @Schema(
              description =
                  "Mean variance of a difference of two severities over that of the best design: 1"
                      + " is ideal.")
          @Nullable BigDecimal contrastRatio,
      @Schema(description = "Variance between dossiers.") @Nullable BigDecimal dossierVariance,
      @Schema(description = "Variance between jurors.") @Nullable BigDecimal jurorVariance,
      @Schema(description = "Variance of the rest.") @Nullable BigDecimal residualVariance,
      @Schema(description = "Reliability (ICC) of the mean of a dossier's jurors as it is.")
          @Nullable BigDecimal rawReliability,
      @Schema(description = "The same once severities are corrected.")
          @Nullable BigDecimal correctedReliability,
      @Schema(description = "Krippendorff's alpha of the jurors' scores, interval.")
          @Nullable BigDecimal alpha,
      List<JurorSeverity> jurors,
      List<CriterionAgreement> criteria,
      @Schema(description = "The parts that no juror links; one: all can be compared.")
          List<Part> parts,
      Common common,
      @Schema(description = "What holds levels still; empty without five anchors in one part.")
          List<Anchoring> anchoring)
      implements HasETag {
    @Override
    public String tag() {
      return Canonical.hash(Canonical.json(List.of(jurors, criteria, parts, common, anchoring)))
          .substring(0, 32);
    }
  }
}
