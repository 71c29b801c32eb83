package org.arobase.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.arobase.access.Phase;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.edition.policy.PolicyCheck;
import org.arobase.framework.Framework;
import org.arobase.framework.FrameworkDocument;
import org.arobase.framework.FrameworkUse;
import org.arobase.platform.problem.Violation;

/** Checks that a changed draft framework still fits the policies of the editions that use it. */
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
        .map(
            edition ->
                Violation.Draft.at("", EditionRule.BREAKS_POLICY, String.valueOf(edition.year)))
        .toList();
  }

  /**
   * Raises the versions of the editions that use the framework: whoever opens one must have seen
   * the framework that this freezes.
   */
  @Override
  public void changed(Framework framework) {
    for (Edition seen : Edition.of(framework.id)) {
      Edition edition = Edition.locked(seen.year);
      door.change(edition, Action.CHANGED, same -> {});
    }
  }

  /**
   * Checks again before the edition opens, because simultaneous changes of policy and framework can
   * each pass their own check.
   */
  @Override
  public List<Violation.Draft> blockers(Edition edition, Phase to, Set<String> confirmed) {
    boolean fits = PolicyCheck.violations(edition.policy(), edition.framework.document()).isEmpty();
    return to != Phase.OPEN || fits
        ? List.of()
        : List.of(Violation.Draft.at("", EditionRule.POLICY_BROKEN));
  }
}
