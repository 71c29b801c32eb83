package org.arobase.rating.recomputation;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results that finalisation computed. The deliberation stores them; the recomputation reads
 * them.
 */
public interface FinalResults {
  /** The results of a finalised edition, by the code of the dossier; empty before. */
  Map<String, Final> of(int year);

  /**
   * The result of one dossier.
   *
   * @param score with ten digits; null without a score
   * @param level the computed level, 0 to 5; null without a level
   * @param marksHash commitment to what was judged and to the submitted marks
   */
  record Final(@Nullable BigDecimal score, @Nullable Integer level, String marksHash) {}
}
