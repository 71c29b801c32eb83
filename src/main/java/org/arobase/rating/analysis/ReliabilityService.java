package org.arobase.rating.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.arobase.edition.Edition;
import org.arobase.framework.FrameworkDocument.Criterion;
import org.arobase.rating.MarkedDossier;
import org.arobase.rating.RatingInput;
import org.arobase.rating.RatingInputs;
import org.arobase.rating.analysis.ReliabilityApi.Anchoring;
import org.arobase.rating.analysis.ReliabilityApi.CriterionAgreement;
import org.arobase.rating.analysis.ReliabilityApi.JurorSeverity;
import org.arobase.rating.analysis.ReliabilityApi.Part;
import org.arobase.rating.analysis.ReliabilityApi.Report;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.JuryRating;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Scale;
import org.arobase.scoring.reliability.Gwet;
import org.arobase.scoring.reliability.Icc;
import org.arobase.scoring.reliability.Krippendorff;
import org.arobase.scoring.severity.Components;
import org.arobase.scoring.severity.CrossedRandom;
import org.arobase.scoring.severity.Scores;
import org.arobase.scoring.severity.SeverityFit;
import org.jspecify.annotations.Nullable;

/** Computes how far a jury's scores can be trusted. */
@ApplicationScoped
class ReliabilityService {
  private static final int DIGITS = 6;

  private final RatingInputs inputs;

  ReliabilityService(RatingInputs inputs) {
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
    List<Criterion> criteria = edition.framework.document().criteria();
    List<Units> read = read(edition, criteria, known);
    JuryRating.Result jury =
        JuryRating.rate(read.stream().map(Units::panel).toList(), edition.policy().forEngine());
    Variances variances = Variances.of(jury.scores());
    SeverityFit fit = jury.fit();
    return new Report(
        edition.policy().severity(),
        fit.status(),
        (int) scored(jury.scores()).count(),
        shown(fit.contrastRatio()),
        shown(variances.dossier),
        shown(variances.juror),
        shown(variances.residual),
        shown(variances.reliability(variances.juror)),
        shown(variances.reliability(0)),
        shown(Krippendorff.alpha(units(jury.scores()), Krippendorff.Metric.INTERVAL)),
        jurors(jury),
        criteria.stream().map(c -> agreement(c, criteria.indexOf(c), read)).toList(),
        parts(jury),
        new CommonDossiers(jury, edition.policy().levels()).report(),
        anchoring(jury));
  }

  private static List<Anchoring> anchoring(JuryRating.Result jury) {
    return jury.adjustment().links().stream()
        .map(
            link ->
                new Anchoring(
                    IntStream.of(link.anchors()).mapToObj(jury.dossiers()::get).toList(),
                    shown(link.added()),
                    shown(link.error())))
        .toList();
  }

  private static IntStream scored(Scores scores) {
    return IntStream.range(0, scores.dossiers()).filter(i -> scores.count(i) > 0);
  }

  private static double[][] units(Scores scores) {
    return scored(scores).mapToObj(scores::of).toArray(double[][]::new);
  }

  /**
   * Variance components of the scores; NaN when they cannot be estimated.
   *
   * @param jurors harmonic mean of the number of jurors of a dossier
   */
  private record Variances(double dossier, double juror, double residual, double jurors) {
    static Variances of(Scores scores) {
      double inverse = scored(scores).mapToDouble(i -> 1.0 / scores.count(i)).sum();
      double harmonic = scored(scores).count() / inverse;
      try {
        CrossedRandom.Fit fit = CrossedRandom.fit(scores);
        return new Variances(
            fit.dossierVariance(), fit.jurorVariance(), fit.residualVariance(), harmonic);
      } catch (IllegalArgumentException e) {
        return new Variances(Double.NaN, Double.NaN, Double.NaN, harmonic);
      }
    }

    double reliability(double ofJuror) {
      return Icc.ofComponents(dossier, ofJuror, residual, jurors);
    }
  }

  private static List<JurorSeverity> jurors(JuryRating.Result jury) {
    Scores byJuror = jury.scores().transposed();
    return IntStream.range(0, jury.jurors().size())
        .mapToObj(j -> juror(jury, j, byJuror.count(j)))
        .toList();
  }

  private static JurorSeverity juror(JuryRating.Result jury, int j, int dossiers) {
    SeverityFit fit = jury.fit();
    boolean told = fit.corrected();
    return new JurorSeverity(
        jury.jurors().get(j),
        dossiers,
        told ? shown(fit.juror()[j]) : null,
        told ? shown(fit.jurorError()[j]) : null,
        shown(fit.misfit()[j]),
        shown(fit.slope()[j]));
  }

  /**
   * What the report needs of a dossier.
   *
   * @param values by criterion and initiative, the values that jurors gave
   */
  private record Units(Panel panel, List<List<double[]>> values) {
    static Units of(MarkedDossier dossier, List<Criterion> criteria) {
      return new Units(
          dossier.panel(), criteria.stream().map(c -> values(dossier, c.code())).toList());
    }

    private static List<double[]> values(MarkedDossier dossier, String criterion) {
      return dossier.input().grid().initiatives().stream()
          .map(i -> values(dossier, new Cell(i.number(), criterion)))
          .toList();
    }

    private static double[] values(MarkedDossier dossier, Cell cell) {
      return dossier.marks().values().stream()
          .map(sheet -> sheet.get(cell))
          .filter(mark -> mark != null && mark.state() == Mark.State.MARKED)
          .mapToDouble(mark -> mark.value().doubleValue())
          .toArray();
    }
  }

  private List<Units> read(Edition edition, List<Criterion> criteria, Predicate<String> known) {
    List<RatingInput> dossiers =
        inputs.of(edition).stream().filter(d -> known.test(d.dossier().code())).toList();
    return inputs.marked(edition, dossiers, dossier -> Units.of(dossier, criteria));
  }

  private static CriterionAgreement agreement(Criterion criterion, int index, List<Units> read) {
    double[][] all =
        read.stream().flatMap(units -> units.values().get(index).stream()).toArray(double[][]::new);
    int compared = (int) Arrays.stream(all).filter(unit -> unit.length > 1).count();
    return new CriterionAgreement(
        criterion.code(),
        compared,
        shown(Krippendorff.alpha(all, Krippendorff.Metric.ORDINAL)),
        shown(Gwet.of(all, categories(criterion.scale()), Gwet.Weights.QUADRATIC).coefficient()));
  }

  private static double[] categories(Scale scale) {
    List<Double> categories = new ArrayList<>();
    for (BigDecimal value = scale.minimum();
        scale.contains(value);
        value = value.add(scale.step())) {
      categories.add(value.doubleValue());
    }
    return categories.stream().mapToDouble(c -> c).toArray();
  }

  private static List<Part> parts(JuryRating.Result jury) {
    Components components = Components.of(jury.scores());
    Map<Integer, Part> parts = new TreeMap<>();
    Scores byJuror = jury.scores().transposed();
    IntStream.range(0, jury.jurors().size())
        .filter(j -> byJuror.count(j) > 0)
        .forEach(j -> part(parts, components.ofJuror(j)).jurors().add(jury.jurors().get(j)));
    scored(jury.scores())
        .forEach(i -> part(parts, components.ofDossier(i)).dossiers().add(jury.dossiers().get(i)));
    return List.copyOf(parts.values());
  }

  private static Part part(Map<Integer, Part> parts, int number) {
    return parts.computeIfAbsent(number, n -> new Part(new ArrayList<>(), new ArrayList<>()));
  }

  static @Nullable BigDecimal shown(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_UP)
        : null;
  }
}
