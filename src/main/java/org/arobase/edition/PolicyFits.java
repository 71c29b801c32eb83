package org.arobase.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.arobase.framework.FrameworkDocument;
import org.arobase.framework.FrameworkUse;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation;

/** A framework that is still a draft changes under the policies of editions in DRAFT. */
@ApplicationScoped
class PolicyFits implements FrameworkUse, PhaseGate {
  @Override
  public List<Violation.Draft> brokenBy(FrameworkDocument changed) {
    return Edition.all().stream()
        .filter(edition -> edition.framework.id.equals(changed.id()))
        .filter(edition -> !PolicyCheck.violations(edition.policy(), changed).isEmpty())
        .map(edition -> Violation.Draft.at("", Rule.BREAKS_POLICY, String.valueOf(edition.year)))
        .toList();
  }

  /** Two who change both at once may pass each other: nothing opens on what does not fit. */
  @Override
  public List<Violation.Draft> blockers(Edition edition, Phase to) {
    boolean fits = PolicyCheck.violations(edition.policy(), edition.framework.document()).isEmpty();
    return to != Phase.OPEN || fits
        ? List.of()
        : List.of(Violation.Draft.at("", Rule.POLICY_BROKEN));
  }
}
