package org.arobase.jury.recusal;

import java.util.Optional;
import org.arobase.authority.LocalAuthority;
import org.arobase.edition.policy.RecusalPolicy;
import org.arobase.edition.policy.RecusalPolicy.Tie;
import org.arobase.jury.Recusal.Ground;

/** Finds ties that recuse a member automatically from an authority's dossier. */
final class Ties {
  private Ties() {}

  /** The closest tie that policy counts, if there is one. */
  static Optional<Ground> between(
      LocalAuthority affiliation, LocalAuthority authority, RecusalPolicy policy) {
    if (affiliation.code.equals(authority.code)) {
      return Optional.of(Ground.AUTHORITY);
    }
    if (policy.automatic().contains(Tie.INTERMUNICIPALITY)
        && epci(affiliation).isPresent()
        && epci(affiliation).equals(epci(authority))) {
      return Optional.of(Ground.INTERMUNICIPALITY);
    }
    if (policy.automatic().contains(Tie.DEPARTMENT)
        && affiliation.department.equals(authority.department)) {
      return Optional.of(Ground.DEPARTMENT);
    }
    return Optional.empty();
  }

  /** The EPCI that an authority is, or belongs to. */
  private static Optional<String> epci(LocalAuthority authority) {
    return authority.kind == LocalAuthority.Kind.INTERMUNICIPALITY
        ? Optional.of(authority.code)
        : Optional.ofNullable(authority.intermunicipality);
  }
}
