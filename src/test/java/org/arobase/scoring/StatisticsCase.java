package org.arobase.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.arobase.scoring.panel.HuberProposal2;
import org.arobase.scoring.panel.Location;
import org.arobase.scoring.reliability.FleissKappa;
import org.arobase.scoring.reliability.Gwet;
import org.arobase.scoring.reliability.Icc;
import org.arobase.scoring.reliability.JurorAgainstOthers;
import org.arobase.scoring.reliability.KendallW;
import org.arobase.scoring.reliability.Krippendorff;
import org.arobase.scoring.severity.CrossedRandom;
import org.arobase.scoring.severity.JurorRandom;
import org.arobase.scoring.severity.Scores;
import org.arobase.scoring.severity.SeverityFit;
import org.arobase.scoring.severity.SeverityModel;
import org.arobase.scoring.uncertainty.CutScore;
import org.arobase.scoring.uncertainty.ExactBootstrap;
import org.arobase.scoring.uncertainty.LevelProbabilities;
import org.arobase.scoring.uncertainty.WeightSensitivity;

/** A published case that is computed in double precision. */
final class StatisticsCase {
  private final JsonNode input;
  private final JsonNode expected;
  private final JsonNode tolerance;
  private final String method;
  private int checked;

  StatisticsCase(JsonNode published) {
    input = published.get("input");
    expected = published.get("expected");
    tolerance = published.get("tolerance");
    method = published.get("method").asText();
  }

  void check() {
    switch (method) {
      case "angoff" -> angoff();
      case "exact_bootstrap" -> bootstrap();
      case "fleiss_kappa" -> fleiss();
      case "gwet_ac" -> gwet();
      case "kendall_w" -> kendall();
      case "krippendorff_alpha" -> krippendorff();
      case "level_probs_normal" -> levels();
      case "reml" -> reml();
      case "blup_known_variance" -> blup();
      case "ls_additive" -> additive();
      case "robust_location" -> robust();
      case "means_by_object" -> means();
      case "icc" -> icc();
      case "weight_sensitivity_pair" -> weights();
      default -> throw new IllegalArgumentException("No test for " + method);
    }
    assertEquals(expected.size(), checked, "every published figure is held against ours");
  }

  private void angoff() {
    CutScore cut = CutScore.angoff(matrix(input.get("ratings")));
    is("cut", cut.cut());
    is("sd", cut.deviation());
    is("se", cut.error());
  }

  private void bootstrap() {
    double[] cuts = input.has("cuts") ? vector(input.get("cuts")) : new double[0];
    ExactBootstrap all = ExactBootstrap.ofMean(vector(input.get("x")), cuts);
    is("mean", all.mean());
    is("se", all.error());
    is("n_resamples", all.resamples());
    are("level_prob", all.levels());
  }

  private void fleiss() {
    int[][] counts =
        Arrays.stream(matrix(input.get("counts")))
            .map(row -> Arrays.stream(row).mapToInt(x -> (int) x).toArray())
            .toArray(int[][]::new);
    FleissKappa kappa = FleissKappa.of(counts);
    is("kappa", kappa.kappa());
    is("z", kappa.z());
    are("category", kappa.category());
  }

  private void gwet() {
    double[][] units = matrix(input.get("units"));
    double[] categories = vector(input.get("categories"));
    Gwet quadratic = Gwet.of(units, categories, Gwet.Weights.QUADRATIC);
    is("ac1", Gwet.of(units, categories, Gwet.Weights.IDENTITY).coefficient());
    is("ac2_quadratic", quadratic.coefficient());
    is("pa_quadratic", quadratic.agreement());
  }

  private void kendall() {
    double[][] scores = matrix(input.get("scores"));
    KendallW w = KendallW.of(scores);
    boolean bothForms = expected.has("Wt");
    is("Wt", w.w());
    is("W", bothForms ? w.uncorrected() : w.w());
    is("chi2", w.chiSquare());
    is("p", w.p());
    are("rank_sums", w.rankSums());
    are("group_rank", smallestRanks(w.rankSums()));
    are("judge_vs_rest", JurorAgainstOthers.of(scores));
  }

  /** The report gives tied wines the better rank. */
  private static double[] smallestRanks(double[] sums) {
    return Arrays.stream(sums)
        .map(sum -> 1 + Arrays.stream(sums).filter(other -> other < sum).count())
        .toArray();
  }

  private void krippendorff() {
    double[][] units = matrix(input.get("units"));
    for (Krippendorff.Metric metric : Krippendorff.Metric.values()) {
      is(metric.name().toLowerCase(java.util.Locale.ROOT), Krippendorff.alpha(units, metric));
    }
  }

  private void levels() {
    are(
        "level_prob",
        LevelProbabilities.of(
            input.get("mu").asDouble(), input.get("se").asDouble(), vector(input.get("cuts"))));
  }

  private void reml() {
    double[] y = vector(input.get("y"));
    List<List<String>> factors = new ArrayList<>();
    input.get("random").forEach(factor -> factors.add(names(factor.get(0))));
    if (factors.size() == 1) {
      // a model with an intercept only is one dossier that everybody scored
      SeverityFit fit =
          SeverityModel.REML.fit(scores(y, y.length == 0 ? null : same(y.length), factors.get(0)));
      is("residual", fit.residualVariance());
      are("components", fit.jurorVariance());
      is("mu", fit.dossier()[0]);
      is("crit", fit.criterion());
      return;
    }
    Scores scores = scores(y, factors.get(0), factors.get(1));
    CrossedRandom.Fit fit = CrossedRandom.fit(scores);
    are("components", fit.dossierVariance(), fit.jurorVariance());
    is("residual", fit.residualVariance());
    are(
        "sd",
        Math.sqrt(fit.dossierVariance()),
        Math.sqrt(fit.jurorVariance()),
        Math.sqrt(fit.residualVariance()));
    is("mu", fit.mean());
    is("se_mu", fit.meanError());
    is("crit", fit.criterion());
    effects(expected.get("u").get(0), factors.get(0), fit.dossier());
    effects(expected.get("u").get(1), factors.get(1), fit.juror());
    checked++;
  }

  private static List<String> same(int times) {
    return java.util.Collections.nCopies(times, "all");
  }

  private void blup() {
    List<String> fixed = names(input.get("fixed"));
    List<String> random = names(input.get("random"));
    SeverityFit fit =
        JurorRandom.withRatio(
            scores(vector(input.get("y")), fixed, random), input.get("ratio").asDouble());
    effects(expected.get("fixed"), fixed, fit.dossier());
    effects(expected.get("random"), random, fit.juror());
    checked += 2;
  }

  private void additive() {
    List<String> dossier = names(input.get("dossier"));
    List<String> juror = names(input.get("juror"));
    Scores scores = scores(vector(input.get("y")), dossier, juror);
    SeverityFit fit = SeverityModel.LEAST_SQUARES.fit(scores);
    assertEquals(expected.get("identified").asBoolean(), fit.corrected());
    checked++;
    is("n_components", fit.components());
    if (!fit.corrected()) {
      return;
    }
    double mu = Arrays.stream(fit.dossier()).average().orElseThrow();
    is("mu", mu);
    effects(
        expected.get("dossier"), dossier, Arrays.stream(fit.dossier()).map(t -> t - mu).toArray());
    effects(expected.get("juror"), juror, fit.juror());
    checked += 2;
    is("mse", fit.residualVariance());
    if (expected.has("F")) {
      double adjusted = expected.get("ss_dossier_adj").asDouble();
      int levels = fit.dossier().length - 1;
      double ss = dossiersAdjusted(scores, fit);
      assertEquals(adjusted, ss, toleranceOf("ss_dossier_adj"));
      checked++;
      is("F", ss / levels / fit.residualVariance());
    }
  }

  /** The sum of squares that dossiers explain beyond jurors: a difference of two residual sums. */
  private static double dossiersAdjusted(Scores scores, SeverityFit fit) {
    int freedom = scores.size() - scores.dossiers() - scores.jurors() + 1;
    return jurorsAlone(scores) - fit.residualVariance() * freedom;
  }

  private static double jurorsAlone(Scores scores) {
    Scores turned = scores.transposed();
    double squares = 0;
    for (int j = 0; j < turned.dossiers(); j++) {
      for (double y : turned.of(j)) {
        squares += (y - turned.mean(j)) * (y - turned.mean(j));
      }
    }
    return squares;
  }

  private void robust() {
    double[] x = vector(input.get("x"));
    double k = input.get("k").asDouble();
    Location.Estimate huber = Location.huber(x, k);
    Location.Estimate both = HuberProposal2.of(x, input.get("hubers_k").get(0).asDouble());
    is("mean", Arrays.stream(x).sum() / x.length);
    is("median", Location.median(x));
    is("huber", huber.location());
    is("huber_scale", huber.scale());
    is("hubers_mu_k1p5", both.location());
    is("hubers_s_k1p5", both.scale());
    is("hodges_lehmann", Location.hodgesLehmann(x));
  }

  private void means() {
    double[][] scores = matrix(input.get("scores"));
    int objects = scores[0].length;
    int[] dossier = IntStream.range(0, scores.length * objects).map(k -> k % objects).toArray();
    int[] juror = IntStream.range(0, scores.length * objects).map(k -> k / objects).toArray();
    double[] y = Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray();
    SeverityFit raw = SeverityModel.NONE.fit(new Scores(objects, scores.length, dossier, juror, y));
    are("mean", raw.dossier());
  }

  private void icc() {
    Icc icc = Icc.of(matrix(input.get("ratings")), 0.95);
    is("ICC1", icc.oneWay().single());
    is("ICC2", icc.agreement().single());
    is("ICC3", icc.consistency().single());
    is("ICC1k", icc.oneWay().average());
    is("ICC2k", icc.agreement().average());
    is("ICC3k", icc.consistency().average());
    is("BMS", icc.bms());
    is("JMS", icc.jms());
    is("EMS", icc.ems());
    is("WMS", icc.wms());
    are("ICC1_ci", icc.oneWay().lower(), icc.oneWay().upper());
    are("ICC2_ci", icc.agreement().lower(), icc.agreement().upper());
    are("ICC3_ci", icc.consistency().lower(), icc.consistency().upper());
  }

  private void weights() {
    double[] a = vector(input.get("a"));
    double[] b = vector(input.get("b"));
    double[] flat = new double[a.length];
    Arrays.fill(flat, 1);
    is("prob_a_beats_b", WeightSensitivity.uniform(a, b));
    is("mc", WeightSensitivity.dirichlet(a, b, flat, 200_000, 1));
  }

  private void is(String name, double actual) {
    if (expected.has(name)) {
      checked++;
      near(name, expected.get(name), actual);
    }
  }

  private void are(String name, double... actual) {
    if (!expected.has(name)) {
      return;
    }
    checked++;
    assertEquals(expected.get(name).size(), actual.length, name);
    for (int i = 0; i < actual.length; i++) {
      if (!expected.get(name).get(i).isNull()) {
        near(name, expected.get(name).get(i), actual[i]);
      }
    }
  }

  private void near(String name, JsonNode wanted, double actual) {
    assertEquals(wanted.asDouble(), actual, toleranceOf(name), name);
  }

  private double toleranceOf(String name) {
    JsonNode own = tolerance.isObject() ? tolerance.get(name) : tolerance;
    return (own == null ? tolerance.get("*") : own).asDouble();
  }

  private void effects(JsonNode wanted, List<String> names, double[] actual) {
    List<String> levels = names.stream().distinct().toList();
    wanted
        .fieldNames()
        .forEachRemaining(level -> near("u", wanted.get(level), actual[levels.indexOf(level)]));
  }

  private static Scores scores(double[] y, List<String> dossier, List<String> juror) {
    int[] dossiers = numbered(dossier);
    int[] jurors = numbered(juror);
    return new Scores(count(dossier), count(juror), dossiers, jurors, y);
  }

  private static int count(List<String> names) {
    return (int) names.stream().distinct().count();
  }

  private static int[] numbered(List<String> names) {
    List<String> levels = names.stream().distinct().toList();
    return names.stream().mapToInt(levels::indexOf).toArray();
  }

  private static List<String> names(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static double[] vector(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(x -> x.isNull() ? Double.NaN : x.asDouble())
        .toArray();
  }

  private static double[][] matrix(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(StatisticsCase::vector)
        .toArray(double[][]::new);
  }
}
