package org.arobase.framework;

import java.util.List;
import org.arobase.platform.problem.Violation;

/** Who works with a framework that is still a draft, and what a change of it would break. */
public interface FrameworkUse {
  /** What does not fit the framework any more when it becomes this; empty when all does. */
  List<Violation.Draft> brokenBy(FrameworkDocument changed);

  /** A draft is not any more what it was, in the transaction of the change. */
  void changed(Framework framework);
}
