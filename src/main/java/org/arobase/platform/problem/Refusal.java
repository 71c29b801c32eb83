package org.arobase.platform.problem;

import java.util.Arrays;
import java.util.List;

/**
 * A request that is refused for a reason the caller can understand: the one exception that features
 * throw, mapped once to {@code application/problem+json}.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final transient List<Object> arguments;
  private final transient List<Violation.Draft> violations;

  /** A refusal whose detail takes these arguments, in the order of the text's placeholders. */
  public Refusal(Problem problem, Object... arguments) {
    this(problem, List.of(), arguments);
  }

  /** A refusal that lists everything that is wrong with the request. */
  public Refusal(Problem problem, List<Violation.Draft> violations, Object... arguments) {
    super(problem.code() + " " + Arrays.toString(arguments), null, false, false);
    this.problem = problem;
    this.violations = List.copyOf(violations);
    this.arguments = List.of(arguments);
  }

  /**
   * Refuses the body when there are violations.
   *
   * @throws Refusal 422
   */
  public static void ofBody(List<Violation.Draft> violations) {
    if (!violations.isEmpty()) {
      throw new Refusal(CommonProblem.INVALID_BODY, violations, violations.size());
    }
  }

  /** A refusal of the body, 422, for one reason. */
  public static Refusal at(String pointer, Rule rule, Object... arguments) {
    return new Refusal(
        CommonProblem.INVALID_BODY, List.of(Violation.Draft.at(pointer, rule, arguments)), 1);
  }

  public Problem problem() {
    return problem;
  }

  List<Object> arguments() {
    return arguments;
  }

  /** The violations, not yet translated. */
  public List<Violation.Draft> violations() {
    return violations;
  }
}
