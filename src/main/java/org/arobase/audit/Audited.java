package org.arobase.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of subject whose changes are recorded. Each feature says what its subjects are now; the
 * verifier compares that with the last event of each.
 */
public interface Audited {
  /** The kinds that {@link #present} can name, so that one without a subject is missed too. */
  List<String> kinds();

  /**
   * Every subject with its state as the database has it; runs in the verifier's transaction.
   *
   * @param year only of this edition; null: all, also those of no edition
   */
  List<State> present(@Nullable Integer year);

  /**
   * A subject and its state.
   *
   * @param content what becomes canonical JSON; equal states must give equal JSON
   */
  record State(Subject subject, Object content) {}
}
