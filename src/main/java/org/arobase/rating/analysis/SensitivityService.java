package org.arobase.rating.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.arobase.edition.Edition;
import org.arobase.platform.database.Transactions;
import org.arobase.rating.PanelCache;
import org.arobase.rating.ScoredDossier;
import org.arobase.rating.analysis.SensitivityApi.ChangeView;
import org.arobase.rating.analysis.SensitivityApi.DrawnLevels;
import org.arobase.rating.analysis.SensitivityApi.DrawnWeights;
import org.arobase.rating.analysis.SensitivityApi.Kind;
import org.arobase.rating.analysis.SensitivityApi.Report;
import org.arobase.rating.analysis.SensitivityApi.Variation;
import org.arobase.rating.recomputation.BulkInputs;
import org.arobase.scoring.Grid.Criterion;
import org.arobase.scoring.Grid.Issue;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Policy;
import org.arobase.scoring.Sensitivity;
import org.arobase.scoring.Sensitivity.Change;
import org.arobase.scoring.bulk.BulkRatings;
import org.arobase.scoring.bulk.Marks;
import org.arobase.scoring.bulk.Rubric;
import org.arobase.scoring.bulk.WeightDraws;
import org.arobase.scoring.severity.SeverityModel;

/**
 * Computes how far an edition's levels depend on single choices. It reads in a transaction and
 * computes after it: for many dossiers and jurors the computation exceeds the transaction timeout.
 */
@ApplicationScoped
class SensitivityService {
  /** One point on a scale of a hundred. */
  private static final BigDecimal SHIFT = new BigDecimal("0.01");

  private static final List<BigDecimal> FACTORS =
      List.of(new BigDecimal("0.8"), new BigDecimal("1.2"));
  private static final int DRAWS = 200;
  private static final int CONCENTRATION = 100;
  private static final int DIGITS = 3;

  private final BulkInputs inputs;
  private final PanelCache cache;

  SensitivityService(BulkInputs inputs, PanelCache cache) {
    this.inputs = inputs;
    this.cache = cache;
  }

  private record Ground(int year, Policy policy, List<Panel> panels, Marks marks) {}

  /**
   * The report on an edition, from the submitted marks.
   *
   * @param known whether the caller may know a dossier, by its code
   */
  Report of(int year, Predicate<String> known) {
    Ground ground = Transactions.inNew(() -> read(year, known));
    Sensitivity sensitivity = new Sensitivity(ground.panels, ground.policy);
    List<Variation> variations = new ArrayList<>(withoutJurors(ground, sensitivity));
    Arrays.stream(SeverityModel.values())
        .filter(model -> model != ground.policy.severity())
        .forEach(
            m -> variations.add(variation(Kind.SEVERITY_MODEL, m.name(), sensitivity.with(m))));
    for (BigDecimal shift : List.of(SHIFT.negate(), SHIFT)) {
      variations.add(
          variation(Kind.THRESHOLDS, shift.toPlainString(), sensitivity.withThresholds(shift)));
    }
    variations.addAll(reweighed(ground.marks, sensitivity));
    int rated = (int) ground.panels.stream().filter(Panel::hasQuorum).count();
    return new Report(rated, variations, drawn(ground));
  }

  private Ground read(int year, Predicate<String> known) {
    Edition edition = Edition.required(year);
    List<Panel> panels =
        cache.all(edition).stream()
            .map(ScoredDossier::panel)
            .filter(panel -> known.test(panel.dossier()))
            .toList();
    Marks marks = inputs.of(edition, known, (done, total) -> {}).marks();
    return new Ground(year, edition.policy().forEngine(), panels, marks);
  }

  private static List<Variation> withoutJurors(Ground ground, Sensitivity sensitivity) {
    Set<String> jurors = new TreeSet<>();
    ground.panels.forEach(panel -> jurors.addAll(panel.scores().keySet()));
    return jurors.parallelStream()
        .map(j -> variation(Kind.JUROR_LEFT_OUT, j, sensitivity.without(j)))
        .toList();
  }

  private static Variation variation(Kind kind, String what, List<Change> changes) {
    return new Variation(kind, what, changes.stream().map(ChangeView::from).toList());
  }

  private static List<Variation> reweighed(Marks marks, Sensitivity sensitivity) {
    Rubric rubric = marks.rubric();
    List<Variation> variations = new ArrayList<>();
    for (BigDecimal factor : FACTORS) {
      for (String code : rubric.criterionWeights().keySet()) {
        UnaryOperator<Criterion> other =
            c ->
                c.code().equals(code)
                    ? new Criterion(code, c.weight().multiply(factor), c.scale())
                    : c;
        Marks others = marks.with(rubric.with(other, UnaryOperator.identity()));
        variations.add(reweighed(Kind.CRITERION_WEIGHT, code, factor, others, sensitivity));
      }
      for (String code : rubric.issueWeights().keySet()) {
        UnaryOperator<Issue> other =
            i ->
                i.code().equals(code)
                    ? new Issue(code, i.weight().multiply(factor), i.applicable(), i.expected())
                    : i;
        Marks others = marks.with(rubric.with(UnaryOperator.identity(), other));
        variations.add(reweighed(Kind.ISSUE_WEIGHT, code, factor, others, sensitivity));
      }
    }
    return variations;
  }

  private static Variation reweighed(
      Kind kind, String code, BigDecimal factor, Marks others, Sensitivity sensitivity) {
    return variation(
        kind,
        code + " × " + factor.toPlainString(),
        sensitivity.with(BulkRatings.rate(others).levels(others)));
  }

  /** Lists only dossiers whose level differs between the draws. */
  private static DrawnWeights drawn(Ground ground) {
    WeightDraws.Spread spread = WeightDraws.of(ground.marks, DRAWS, CONCENTRATION, ground.year);
    List<String> names = ground.marks.names();
    List<DrawnLevels> moving =
        IntStream.range(0, names.size())
            .filter(d -> spread.best()[d] > 0)
            .filter(d -> Arrays.stream(spread.share()[d]).noneMatch(share -> share == 1))
            .mapToObj(d -> levels(names.get(d), d, spread))
            .toList();
    return new DrawnWeights(DRAWS, CONCENTRATION, ground.year, moving);
  }

  private static DrawnLevels levels(String dossier, int d, WeightDraws.Spread spread) {
    return new DrawnLevels(
        dossier,
        Arrays.stream(spread.share()[d])
            .mapToObj(share -> BigDecimal.valueOf(share).setScale(DIGITS, RoundingMode.HALF_UP))
            .toList(),
        spread.best()[d],
        spread.worst()[d]);
  }
}
