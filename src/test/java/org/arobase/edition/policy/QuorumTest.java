package org.arobase.edition.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How recusals and departures lower the quorum of a dossier. */
class QuorumTest {

  @ParameterizedTest(name = "{0}: {1} of whom {2} recused need {3}")
  @CsvSource({
    "KEPT, 3, 0, 3",
    "KEPT, 3, 2, 3",
    "REDUCED, 3, 0, 3",
    "REDUCED, 3, 1, 2",
    "REDUCED, 3, 2, 1",
    "REDUCED, 3, 3, 1",
    "REDUCED, 3, 9, 1",
    "REDUCED, 1, 1, 1"
  })
  void aRecusalLowersItIfThePolicySaysSo(
      RecusalPolicy.Quorum rule, int full, int recused, int expected) {
    assertEquals(expected, new RecusalPolicy(Set.of(), rule).quorum(full, recused));
  }

  @ParameterizedTest(name = "{0}, at least {1}: {2} with {3} left and {4} present need {5}")
  @CsvSource({
    "KEPT, 1, 3, 2, 1, 3",
    "REDUCED, 1, 3, 0, 1, 3",
    "REDUCED, 1, 3, 1, 2, 2",
    "REDUCED, 1, 3, 3, 0, 1",
    "REDUCED, 2, 3, 2, 1, 2",
    "REDUCED, 1, 3, 1, 5, 3"
  })
  void aDepartureLowersItToThosePresent(
      RecusalPolicy.Quorum rule, int atLeast, int full, int left, int present, int expected) {
    assertEquals(expected, new AbsencePolicy(rule, atLeast).quorum(full, left, present));
  }

  @ParameterizedTest(name = "a share of {0} of {1} members is {2}")
  @CsvSource({"0.5, 20, 10", "0.5, 21, 11", "0.67, 3, 3", "0, 20, 0", "1, 7, 7", "0.5, 0, 0"})
  void aSessionNeedsItsShareRoundedUp(java.math.BigDecimal share, int members, int expected) {
    DeliberationPolicy policy =
        new DeliberationPolicy(share, false, 1, true, java.math.BigDecimal.ZERO, null, null);
    assertEquals(expected, policy.needed(members));
  }
}
