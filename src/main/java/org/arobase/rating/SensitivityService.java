package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.arobase.edition.Edition;
import org.arobase.edition.RatingPolicy;
import org.arobase.rating.SensitivityApi.ChangeView;
import org.arobase.rating.SensitivityApi.Kind;
import org.arobase.rating.SensitivityApi.Report;
import org.arobase.rating.SensitivityApi.Variation;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Scoring;
import org.arobase.scoring.Sensitivity;
import org.arobase.scoring.Sensitivity.Change;
import org.arobase.scoring.severity.SeverityModel;

/** Says what an edition's levels hang on. */
@ApplicationScoped
class SensitivityService {
  /** A point of a scale of a hundred. */
  private static final BigDecimal SHIFT = new BigDecimal("0.01");

  private static final List<BigDecimal> FACTORS =
      List.of(new BigDecimal("0.8"), new BigDecimal("1.2"));

  private final RatingInputs inputs;

  SensitivityService(RatingInputs inputs) {
    this.inputs = inputs;
  }

  /**
   * The report on an edition, from the submitted marks.
   *
   * @param known whether the caller may know a dossier, by its code
   */
  @Transactional
  public Report of(int year, Predicate<String> known) {
    Edition edition = Edition.required(year);
    RatingPolicy policy = edition.policy();
    List<Marked> marked = inputs.marked(edition, known);
    List<Panel> panels = marked.stream().map(Marked::panel).toList();
    Sensitivity sensitivity = new Sensitivity(panels, policy.forEngine());
    List<Variation> variations = new ArrayList<>();
    panels.stream()
        .flatMap(p -> p.scores().keySet().stream())
        .distinct()
        .sorted()
        .forEach(j -> variations.add(variation(Kind.JUROR_LEFT_OUT, j, sensitivity.without(j))));
    Arrays.stream(SeverityModel.values())
        .filter(model -> model != policy.severity())
        .forEach(
            m -> variations.add(variation(Kind.SEVERITY_MODEL, m.name(), sensitivity.with(m))));
    for (BigDecimal shift : List.of(SHIFT.negate(), SHIFT)) {
      variations.add(
          variation(Kind.THRESHOLDS, shift.toPlainString(), sensitivity.withThresholds(shift)));
    }
    for (String criterion : policy.criterionWeights().keySet().stream().sorted().toList()) {
      for (BigDecimal factor : FACTORS) {
        String what = criterion + " × " + factor.toPlainString();
        List<Panel> others =
            marked.parallelStream().map(m -> reweighed(m, criterion, factor, policy)).toList();
        variations.add(variation(Kind.CRITERION_WEIGHT, what, sensitivity.with(others)));
      }
    }
    int rated = (int) panels.stream().filter(Panel::hasQuorum).count();
    return new Report(rated, variations);
  }

  private static Variation variation(Kind kind, String what, List<Change> changes) {
    return new Variation(kind, what, changes.stream().map(ChangeView::from).toList());
  }

  private static Panel reweighed(
      Marked marked, String criterion, BigDecimal factor, RatingPolicy policy) {
    Grid grid = marked.judged().grid();
    List<Grid.Criterion> criteria =
        grid.criteria().stream()
            .map(
                c ->
                    c.code().equals(criterion)
                        ? new Grid.Criterion(c.code(), c.weight().multiply(factor), c.scale())
                        : c)
            .toList();
    Grid other = new Grid(grid.issues(), grid.initiatives(), criteria);
    Panel panel = marked.panel();
    return Panel.of(
        panel.dossier(),
        panel.expected(),
        panel.quorum(),
        Scoring.score(marked.marks(), other, policy.forEngine()));
  }
}
