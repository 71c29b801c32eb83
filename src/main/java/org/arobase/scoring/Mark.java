package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a juror said of one criterion of one initiative. Having said nothing is no mark at all.
 *
 * @param state whether there is a value, and if not, why
 * @param value the value on the criterion's scale; null exactly when the state is not MARKED
 */
public record Mark(State state, @Nullable BigDecimal value) {

  /** A value, or one of the two reasons a juror gives for having none. */
  public enum State {
    /** The juror gave a value. */
    MARKED,
    /** The criterion does not apply to the initiative: it leaves the computation. */
    NOT_APPLICABLE,
    /** The juror does not judge: like a missing mark, but said on purpose. */
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

  /** A value. */
  public static Mark of(BigDecimal value) {
    return new Mark(State.MARKED, value);
  }

  /** A value given as a whole number. */
  public static Mark of(long value) {
    return of(BigDecimal.valueOf(value));
  }

  /** The criterion does not apply. */
  public static Mark notApplicable() {
    return new Mark(State.NOT_APPLICABLE, null);
  }

  /** The juror does not judge. */
  public static Mark abstained() {
    return new Mark(State.ABSTAINED, null);
  }
}
