package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A juror's mark for one criterion of one initiative. A cell that the juror left empty has no mark.
 *
 * @param state whether there is a value, and if not, why
 * @param value the value on the criterion's scale; null exactly when the state is not MARKED
 */
public record Mark(State state, @Nullable BigDecimal value) {

  /** Whether the juror gave a value, or which of two reasons they gave for having none. */
  public enum State {
    /** The juror gave a value. */
    MARKED,
    /** The criterion does not apply to the initiative: it leaves the computation. */
    NOT_APPLICABLE,
    /** The juror abstains: it counts like a missing mark, but is deliberate. */
    ABSTAINED
  }

  /**
   * @throws IllegalArgumentException when state and value contradict each other
   */
  public Mark {
    Objects.requireNonNull(state);
    if ((state == State.MARKED) != (value != null)) {
      throw new IllegalArgumentException("A mark has a value exactly when it is MARKED");
    }
  }

  /** A mark with a value. */
  public static Mark of(BigDecimal value) {
    return new Mark(State.MARKED, value);
  }

  /** A mark whose value is a whole number. */
  public static Mark of(long value) {
    return of(BigDecimal.valueOf(value));
  }

  /** The mark for a criterion that does not apply. */
  public static Mark notApplicable() {
    return new Mark(State.NOT_APPLICABLE, null);
  }

  /** The mark of a juror who abstains. */
  public static Mark abstained() {
    return new Mark(State.ABSTAINED, null);
  }
}
