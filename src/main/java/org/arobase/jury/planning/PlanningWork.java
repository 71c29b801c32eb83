package org.arobase.jury.planning;

import ai.timefold.solver.core.config.solver.SolverConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.arobase.access.AccessScope;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.jury.JuryProblem;
import org.arobase.jury.planning.PlanApi.Assumption;
import org.arobase.jury.planning.PlanReader.Problem;
import org.arobase.jury.planning.solver.Plan;
import org.arobase.jury.planning.solver.Planner;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.jobs.JobApi;
import org.arobase.platform.jobs.JobProgress;
import org.arobase.platform.jobs.Jobs;
import org.arobase.platform.jobs.Work;
import org.arobase.platform.problem.Refusal;

/** Plans in the background: reads the problem in a transaction, then searches outside of any. */
@ApplicationScoped
@RetryOnLostRace
class PlanningWork implements Work {
  private static final long FIRST_SEED = 1;

  private final PlanReader problems;
  private final SolverConfig solver;
  private final Jobs jobs;
  private final AccessScope scope;

  PlanningWork(PlanReader problems, SolverConfig solver, Jobs jobs, AccessScope scope) {
    this.problems = problems;
    this.solver = solver;
    this.jobs = jobs;
    this.scope = scope;
  }

  /**
   * What was ordered, with defaults for what was left open.
   *
   * @param hidden codes of the dossiers that the person who ordered the plan may not see
   * @param hiddenBefore codes of the dossiers that this person was recused from the year before
   */
  record Parameters(
      long seed,
      int jurorsPerDossier,
      Set<String> calibration,
      Assumption assumption,
      List<String> hidden,
      List<String> hiddenBefore) {}

  /**
   * Begins a job that plans for the dossiers that the caller may see.
   *
   * @throws Refusal 403 or 404 for a dossier of the calibration, 409 when there is nobody or
   *     nothing to plan for
   */
  @Transactional
  JobApi.View begin(int year, PlanApi.Order order) {
    Edition edition = Edition.required(year);
    Set<String> calibration = Objects.requireNonNullElse(order.calibration(), Set.of());
    for (String code : calibration) {
      scope.require(code);
      Dossier.required(year, code);
    }
    boolean nobody = Juror.all(year).stream().noneMatch(Juror::isAvailable);
    if (nobody || Dossier.all(year).stream().noneMatch(d -> scope.sees(d.code()))) {
      throw new Refusal(JuryProblem.NOTHING_TO_PLAN, String.valueOf(year));
    }
    int each =
        Objects.requireNonNullElse(order.jurorsPerDossier(), edition.policy().jurorsPerDossier());
    return jobs.begin(
        this,
        year,
        new Parameters(
            Objects.requireNonNullElse(order.seed(), FIRST_SEED),
            each,
            new TreeSet<>(calibration),
            Objects.requireNonNullElse(order.assumption(), Assumption.SIMULATED),
            scope.limits().hidden().stream().sorted().toList(),
            scope.recusedFrom(year - 1).stream().sorted().toList()));
  }

  @Override
  public String kind() {
    return "ASSIGNMENT_PLAN";
  }

  @Override
  public Object run(Order order, JobProgress progress) {
    Parameters wanted = order.parameters(Parameters.class);
    Problem problem =
        Transactions.inNew(
            () -> problems.of(order.edition(), wanted, new HashSet<>(wanted.hidden())));
    progress.at(0, Planner.ROUNDS);
    Plan plan =
        new Planner(solver)
            .solve(problem.plan(), wanted.seed(), done -> progress.at(done, Planner.ROUNDS));
    return new PlanReport(plan, problem, wanted).result(solver);
  }

  /** Refuses the plan to a person who was recused from a dossier after the job began. */
  @Override
  public void requireReadable(Order order) {
    scope.requireNoRecusalSince(order.edition(), order.parameters(Parameters.class).hidden());
  }
}
