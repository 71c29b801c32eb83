package org.arobase.rating.recomputation;

import java.util.List;
import java.util.Map;
import org.arobase.scoring.severity.SeverityFit.Status;
import org.arobase.scoring.severity.SeverityModel;
import org.jspecify.annotations.Nullable;

/** The records of the recomputation API. */
final class RecomputationApi {
  private RecomputationApi() {}

  /**
   * The result of a recomputation job.
   *
   * @param marks number of marks that the submitted sheets can hold
   * @param jurors number of jurors who gave a score
   * @param distribution number of dossiers by level
   * @param compared number of dossiers compared with the final results; 0 before finalisation
   * @param differences number of dossiers that differ from the final results, or have a mark off
   *     its scale
   * @param differing their codes, at most 100
   * @param marksHash SHA-256 of the marks hashes of all dossiers
   */
  record Result(
      int dossiers,
      int rated,
      int marks,
      int jurors,
      SeverityModel severityModel,
      Status severityStatus,
      Map<String, Integer> distribution,
      int compared,
      int differences,
      List<String> differing,
      String engine,
      String frameworkHash,
      @Nullable String policyHash,
      String marksHash) {}

  /**
   * The parameters of the job.
   *
   * @param hidden codes of the dossiers from which the caller who started the job is recused
   */
  record Parameters(List<String> hidden) {}
}
