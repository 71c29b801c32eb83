package org.arobase.audit;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Supplies the subjects of a feature whose changes are recorded. The verifier compares their
 * present state with the last event of each.
 */
public interface StateSource {
  /**
   * The kinds that {@link #present} can return. They are listed apart so that the verifier notices
   * when all subjects of a kind are gone.
   */
  List<String> kinds();

  /**
   * Hands on every subject with its state in the database, read in the verifier's transaction.
   *
   * @param year the edition to read; null for all subjects, including those outside any edition
   * @param to gets each state once; it may use the database
   */
  void present(@Nullable Integer year, Consumer<State> to);

  /**
   * A subject and its state.
   *
   * @param content the value to write as canonical JSON; equal states must give equal JSON
   */
  record State(Subject subject, Object content) {}
}
