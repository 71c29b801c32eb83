package org.arobase.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  private static final Scale QUARTERS =
      new Scale(new BigDecimal("1"), new BigDecimal("3"), new BigDecimal("0.25"));

  @ParameterizedTest
  @CsvSource({
    "1, true, true",
    "1.25, true, true",
    "2.750, true, true",
    "3, true, true",
    "1.1, true, false",
    "0.75, false, true",
    "3.25, false, true",
  })
  void aValueIsOnTheScaleAndOnAStep(BigDecimal value, boolean contained, boolean onStep) {
    assertEquals(contained, QUARTERS.contains(value));
    assertEquals(onStep, QUARTERS.onStep(value));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0.5", "3, 1"})
  void theEndsBecomeZeroAndOne(BigDecimal value, BigDecimal expected) {
    assertEquals(0, expected.compareTo(QUARTERS.normalise(value)));
  }

  @ParameterizedTest
  @CsvSource({"5, 5, 1", "5, 0, 1", "0, 5, 0", "0, 5, -1", "0, 5, 2"})
  void whatIsNoScaleIsRefused(BigDecimal minimum, BigDecimal maximum, BigDecimal step) {
    assertThrows(IllegalArgumentException.class, () -> new Scale(minimum, maximum, step));
  }
}
