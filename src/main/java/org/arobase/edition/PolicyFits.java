package org.arobase.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.arobase.access.Phase;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.edition.policy.PolicyCheck;
import org.arobase.framework.Framework;
import org.arobase.framework.FrameworkDocument;
import org.arobase.framework.FrameworkUse;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation;

/** A framework that is still a draft changes under the policies of editions in DRAFT. */
@ApplicationScoped
class PolicyFits implements FrameworkUse, PhaseGate {
  private final WriteDoor door;

  PolicyFits(WriteDoor door) {
    this.door = door;
  }

  @Override
  public List<Violation.Draft> brokenBy(FrameworkDocument changed) {
    return Edition.of(changed.id()).stream()
        .filter(edition -> !PolicyCheck.violations(edition.policy(), changed).isEmpty())
        .map(edition -> Violation.Draft.at("", Rule.BREAKS_POLICY, String.valueOf(edition.year)))
        .toList();
  }

  /** Who opens an edition has seen the framework that freezes by it. */
  @Override
  public void changed(Framework framework) {
    for (Edition seen : Edition.of(framework.id)) {
      Edition edition = Edition.locked(seen.year);
      door.change(edition, Action.CHANGED, same -> {});
    }
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
