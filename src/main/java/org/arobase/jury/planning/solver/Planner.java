package org.arobase.jury.planning.solver;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;

/**
 * Finds a plan: draws a first one, then improves it in rounds of local search. The search is
 * limited in moves, not in seconds, so that the same seed gives the same plan on any machine.
 */
public final class Planner {
  public static final int ROUNDS = 10;
  public static final double GOOD_CONTRAST = 1.25;

  /**
   * Up to this many seats, each is tried often; with more seats less often, or it would take
   * minutes.
   */
  private static final long SEATS_TRIED_OFTEN = 900;

  private static final long OFTEN = 60;
  private static final long LESS_OFTEN = 12;

  private final SolverConfig config;

  /** A planner on the solver's configuration: solution, entity and constraints. */
  public Planner(SolverConfig config) {
    this.config = config;
  }

  /** The configuration for use without Quarkus, which finds the same classes by itself. */
  static SolverConfig plainConfig() {
    return new SolverConfig()
        .withSolutionClass(Plan.class)
        .withEntityClasses(Seat.class)
        .withConstraintProviderClass(PlanConstraints.class);
  }

  /** Called after each round; can end the work by throwing. */
  public interface Rounds {
    void done(int rounds);
  }

  /**
   * Fills the plan's empty seats, and changes the members of seats that are not pinned.
   *
   * @param plan has members, readings and seats, at least one of each; it is changed
   * @param seed the same seed gives the same plan
   * @return the best plan found
   */
  public Plan solve(Plan plan, long seed, Rounds rounds) {
    FirstPlan.fill(plan, seed);
    SolverFactory<Plan> factory = SolverFactory.create(searching(plan, seed));
    Solver<Plan> solver = factory.buildSolver();
    Mixing mixing = new Mixing();
    Plan best = plan;
    for (int round = 1; round <= ROUNDS; round++) {
      if (best.seats.stream().allMatch(seat -> seat.pinned)) {
        return best;
      }
      best = solver.solve(best);
      boolean joined = ConnectivityRepair.of(best);
      if (round < ROUNDS) {
        mixing.after(best);
      } else if (joined) {
        SolutionManager.<Plan, HardMediumSoftLongScore>create(factory).update(best);
      }
      rounds.done(round);
    }
    return best;
  }

  /**
   * Where jurors cannot be compared well, the next round lets two of them meet less often, as long
   * as that helps: jurors who read little cannot be compared well in any plan.
   */
  private static final class Mixing {
    private static final double HELPS = .98;
    private double before = Double.POSITIVE_INFINITY;
    private boolean ended;

    void after(Plan plan) {
      double contrast = PlanQuality.design(plan).contrastRatio();
      int together = plan.limits.together();
      if (ended || contrast <= GOOD_CONTRAST || plan.members.size() < 2) {
        return;
      }
      ended = together <= plan.fewestTogether() || contrast > HELPS * before;
      before = contrast;
      plan.limits = plan.limits.withTogether(ended ? together + 1 : together - 1);
    }
  }

  /**
   * Uses hill climbing, because a drawn plan is near enough to a good one: with the same number of
   * moves, late acceptance and tabu search ended at 1.8 and 1.1 times its cost.
   */
  private SolverConfig searching(Plan plan, long seed) {
    long seats = plan.seats.size();
    long moves = Math.max(OFTEN * Math.min(seats, SEATS_TRIED_OFTEN), LESS_OFTEN * seats);
    return config
        .copyConfig()
        .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
        .withRandomSeed(seed)
        .withTerminationConfig(new TerminationConfig().withMoveCountLimit(moves))
        .withPhases(
            new LocalSearchPhaseConfig().withLocalSearchType(LocalSearchType.HILL_CLIMBING));
  }
}
