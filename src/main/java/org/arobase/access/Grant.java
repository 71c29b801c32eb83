package org.arobase.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a role may do with an operation.
 *
 * @param role one of {@link org.arobase.identity.Roles}
 * @param reach of which dossiers; a recusal takes a dossier out of every reach
 * @param phases in which phases of the edition
 */
record Grant(String role, Reach reach, Set<Phase> phases) {

  /** Of which dossiers. */
  enum Reach {
    /**
     * Of its own: a juror's are those assigned to it (of score sheets its own one), an applicant's
     * that of its authority, a vice-president's those that the president is recused from.
     */
    OWN,
    /** Of any; a juror must be in the jury of the edition. */
    ANY
  }

  /** In these phases. */
  Grant during(Phase first, Phase... others) {
    return new Grant(role, reach, EnumSet.of(first, others));
  }

  /** In this phase and all that come after it. */
  Grant from(Phase first) {
    return new Grant(role, reach, EnumSet.range(first, Phase.PUBLISHED));
  }

  /** In this phase and all that come before it. */
  Grant until(Phase last) {
    return new Grant(role, reach, EnumSet.range(Phase.DRAFT, last));
  }
}
