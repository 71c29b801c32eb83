package org.arobase.rating.recomputation;

import java.util.List;
import java.util.Map;
import org.arobase.scoring.severity.SeverityFit.Status;
import org.arobase.scoring.severity.SeverityModel;
import org.jspecify.annotations.Nullable;

/** The records of the recomputation's API. */
final class RecomputationApi {
  private RecomputationApi() {}

  /**
   * What a recomputation gave: the result of its job.
   *
   * @param marks how many marks there could be
   * @param jurors who gave a score
   * @param distribution how many dossiers have each level
   * @param compared how many dossiers were compared with what was finalised; 0 before
   * @param differences how many dossiers are not as they were finalised, or have a mark that is on
   *     no scale
   * @param differing their codes, at most 100
   * @param marksHash SHA-256 of who marked what and how
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
   * What it is of.
   *
   * @param hidden codes of the dossiers that whoever began it is recused from
   */
  record Parameters(List<String> hidden) {}
}
