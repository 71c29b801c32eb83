package org.arobase.jury.recusal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.arobase.authority.LocalAuthority;
import org.arobase.authority.LocalAuthority.Kind;
import org.arobase.edition.policy.RecusalPolicy;
import org.arobase.edition.policy.RecusalPolicy.Quorum;
import org.arobase.edition.policy.RecusalPolicy.Tie;
import org.arobase.jury.Recusal.Ground;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closest tie that the policy counts recuses; the member's own authority always does. */
class TiesTest {
  private static LocalAuthority authority(String code) {
    LocalAuthority authority = new LocalAuthority();
    authority.code = code;
    authority.kind = code.length() > 5 ? Kind.INTERMUNICIPALITY : Kind.MUNICIPALITY;
    authority.department = code.startsWith("2000") ? "78" : code.substring(0, 2);
    authority.intermunicipality = code.startsWith("78") ? "200059889" : null;
    return authority;
  }

  private static Set<Tie> ties(@Nullable String names) {
    return names == null
        ? Set.of()
        : Stream.of(names.split(" "))
            .map(Tie::valueOf)
            .collect(java.util.stream.Collectors.toSet());
  }

  @ParameterizedTest(name = "{0} and {1} with {2}: {3}")
  @CsvSource({
    "78138, 78138, , AUTHORITY",
    "78138, 78138, DEPARTMENT INTERMUNICIPALITY, AUTHORITY",
    "78138, 78646, , ",
    "78138, 78646, INTERMUNICIPALITY, INTERMUNICIPALITY",
    "78138, 78646, INTERMUNICIPALITY DEPARTMENT, INTERMUNICIPALITY",
    "78138, 78646, DEPARTMENT, DEPARTMENT",
    "78138, 200059889, INTERMUNICIPALITY, INTERMUNICIPALITY",
    "200059889, 78138, INTERMUNICIPALITY, INTERMUNICIPALITY",
    "35238, 35047, INTERMUNICIPALITY, ",
    "35238, 35047, DEPARTMENT, DEPARTMENT",
    "35238, 78138, DEPARTMENT INTERMUNICIPALITY, ",
  })
  void theClosestTieCounts(
      String affiliation, String code, @Nullable String automatic, @Nullable Ground expected) {
    RecusalPolicy policy = new RecusalPolicy(ties(automatic), Quorum.KEPT);
    assertEquals(
        Optional.ofNullable(expected),
        Ties.between(authority(affiliation), authority(code), policy));
  }
}
