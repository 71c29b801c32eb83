package org.arobase.rating.recomputation;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What finalisation computed; the deliberation knows, the recomputation only asks. */
public interface FinalResults {
  /** Of each dossier of a finalised edition by its code. */
  Map<String, Final> of(int year);

  /**
   * Of one dossier.
   *
   * @param score ten digits; null when it had none
   * @param level the computed one, 0 to 5; null when it had none
   * @param marksHash of what was judged and of the submitted marks
   */
  record Final(@Nullable BigDecimal score, @Nullable Integer level, String marksHash) {}
}
