package org.arobase.jury.planning;

import ai.timefold.solver.core.api.score.analysis.ConstraintAnalysis;
import ai.timefold.solver.core.api.score.analysis.MatchAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.ScoreAnalysisFetchPolicy;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.arobase.jury.assignment.Assignment;
import org.arobase.jury.assignment.AssignmentApi.Entry;
import org.arobase.jury.planning.PlanApi.Assumption;
import org.arobase.jury.planning.PlanApi.Load;
import org.arobase.jury.planning.PlanApi.Precision;
import org.arobase.jury.planning.PlanApi.Result;
import org.arobase.jury.planning.PlanApi.Rule;
import org.arobase.jury.planning.PlanReader.Problem;
import org.arobase.jury.planning.PlanningWork.Parameters;
import org.arobase.jury.planning.solver.ConstraintBreach;
import org.arobase.jury.planning.solver.ExistingAssignment;
import org.arobase.jury.planning.solver.Member;
import org.arobase.jury.planning.solver.Plan;
import org.arobase.jury.planning.solver.PlanQuality;
import org.arobase.jury.planning.solver.PlanRule;
import org.arobase.jury.planning.solver.Planner;
import org.arobase.jury.planning.solver.Seat;
import org.arobase.scoring.uncertainty.RightLevel;
import org.jspecify.annotations.Nullable;

/** Reports the quality of a plan, and the rules that it violates. */
final class PlanReport {
  private static final int DIGITS = 4;
  private static final int WORST = 20;

  private final Plan plan;
  private final Problem problem;
  private final Parameters wanted;
  private final PlanQuality quality;
  private final Set<ExistingAssignment> priors;

  PlanReport(Plan plan, Problem problem, Parameters wanted) {
    this.plan = plan;
    this.problem = problem;
    this.wanted = wanted;
    this.quality = new PlanQuality(plan);
    this.priors = new HashSet<>(plan.priors);
  }

  Result result(SolverConfig config) {
    List<Rule> rules = rules(config);
    int kept = (int) plan.seats.stream().filter(this::isKept).count();
    return new Result(
        wanted.seed(),
        rules.stream().noneMatch(rule -> rule.rule().isHard()),
        plan.readings.size(),
        wanted.jurorsPerDossier(),
        kept,
        plan.priors.size() - kept,
        quality.design().parts(),
        decimal(quality.design().contrastRatio()),
        decimal(quality.loadSpread()),
        quality.numberSpread(),
        precision(),
        rules,
        plan.members.stream().map(this::load).toList(),
        assignments());
  }

  private boolean isKept(Seat seat) {
    return priors.contains(new ExistingAssignment(seat.reading, seat.member));
  }

  private List<Rule> rules(SolverConfig config) {
    List<Rule> rules = new ArrayList<>();
    SolverFactory<Plan> factory =
        SolverFactory.create(
            config
                .copyConfig()
                .withTerminationConfig(new TerminationConfig().withStepCountLimit(1)));
    SolutionManager<Plan, HardMediumSoftLongScore> judge = SolutionManager.create(factory);
    for (ConstraintAnalysis<HardMediumSoftLongScore> analysis :
        judge.analyze(plan, ScoreAnalysisFetchPolicy.FETCH_ALL).constraintAnalyses()) {
      if (analysis.matchCount() > 0) {
        rules.add(rule(PlanRule.valueOf(analysis.constraintName()), analysis.matches()));
      }
    }
    ofTheWhole(rules);
    rules.sort(Comparator.comparing(Rule::rule));
    return rules;
  }

  private static Rule rule(PlanRule rule, List<MatchAnalysis<HardMediumSoftLongScore>> matches) {
    List<ConstraintBreach> worst =
        matches.stream()
            .map(match -> (ConstraintBreach) match.justification())
            .sorted(
                Comparator.comparingLong((ConstraintBreach bent) -> -bent.by())
                    .thenComparing(bent -> bent.dossier() == null ? "" : bent.dossier())
                    .thenComparing(bent -> bent.jurors().toString()))
            .limit(WORST)
            .toList();
    return new Rule(rule, rule.hardness(), matches.size(), worst);
  }

  /** Adds the violated rules that only the whole plan shows. */
  private void ofTheWhole(List<Rule> rules) {
    int parts = quality.design().parts();
    if (parts > 1) {
      rules.add(broken(PlanRule.CONNECTED, parts - 1));
    }
    double contrast = quality.design().contrastRatio();
    if (contrast > Planner.GOOD_CONTRAST) {
      rules.add(
          broken(
              PlanRule.CONTRAST, Math.round(Math.ceil((contrast - Planner.GOOD_CONTRAST) * 100))));
    }
  }

  private static Rule broken(PlanRule rule, long by) {
    return new Rule(rule, rule.hardness(), 1, List.of(new ConstraintBreach(null, List.of(), by)));
  }

  private Precision precision() {
    Assumption assumed = wanted.assumption();
    double[] cuts = problem.cuts().stream().mapToDouble(BigDecimal::doubleValue).toArray();
    double[] errors =
        quality.design().errors(assumed.severity().doubleValue(), assumed.residual().doubleValue());
    double right =
        Arrays.stream(errors)
            .map(
                error ->
                    RightLevel.share(
                        error, cuts, assumed.mean().doubleValue(), assumed.spread().doubleValue()))
            .average()
            .orElse(0);
    return new Precision(
        decimal(DoubleStream.of(errors).average().orElse(0)),
        decimal(DoubleStream.of(errors).max().orElse(0)),
        decimal(right),
        assumed);
  }

  private Load load(Member member) {
    return new Load(
        member.handle,
        quality.dossiers(member),
        (int) quality.load(member),
        decimal(member.fairLoad()));
  }

  private List<Entry> assignments() {
    Map<PlanReader.AssignmentKey, Assignment> before = problem.before();
    return plan.seats.stream()
        .map(seat -> entry(seat, before.get(PlanReader.AssignmentKey.of(seat))))
        .sorted(Comparator.comparing(Entry::dossier).thenComparing(Entry::juror))
        .toList();
  }

  private Entry entry(Seat seat, @Nullable Assignment before) {
    boolean pinned = before != null && before.pinned;
    return new Entry(
        seat.reading.code,
        seat.member.handle,
        PlanReader.purpose(seat, before, wanted),
        pinned ? true : null);
  }

  private static @Nullable BigDecimal decimal(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros()
        : null;
  }
}
