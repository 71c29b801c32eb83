package org.arobase.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Permission for a role to call an operation.
 *
 * @param role one of {@link org.arobase.identity.Roles}
 * @param reach the dossiers that it covers, without those that the caller is recused from
 * @param phases the phases of the edition in which it applies
 */
record Grant(String role, Reach reach, Set<Phase> phases) {

  /** The dossiers that a grant covers. */
  enum Reach {
    /**
     * Only the caller's own. Jurors: the dossiers assigned to them, and of score sheets only their
     * own. Applicants: the dossier of their authority. Vice-president: the dossiers that the
     * president is recused from.
     */
    OWN,
    /**
     * The dossiers that the caller, a juror, was made chair of, see {@link CallerFacts#chaired}.
     */
    CHAIR,
    /** The caller's own membership of the jury, also when they have declined; no dossier. */
    MEMBERSHIP,
    /** Every dossier. A juror must be a member of the edition's jury. */
    ANY
  }

  /** This grant, limited to these phases. */
  Grant during(Phase first, Phase... others) {
    return new Grant(role, reach, EnumSet.of(first, others));
  }

  /** This grant, limited to this phase and all later ones. */
  Grant from(Phase first) {
    return new Grant(role, reach, EnumSet.range(first, Phase.PUBLISHED));
  }

  /** This grant, limited to this phase and all earlier ones. */
  Grant until(Phase last) {
    return new Grant(role, reach, EnumSet.range(Phase.DRAFT, last));
  }
}
