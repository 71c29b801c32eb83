package org.arobase.framework;

import java.util.List;
import org.arobase.platform.problem.Violation;

/** A feature that uses frameworks, and that a change to a draft can break. */
public interface FrameworkUse {
  /** What no longer fits when the framework becomes this one; empty when all does. */
  List<Violation.Draft> brokenBy(FrameworkDocument changed);

  /** Called after a draft was changed, in the transaction of the change. */
  void changed(Framework framework);
}
