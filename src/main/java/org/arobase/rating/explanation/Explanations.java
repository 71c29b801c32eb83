package org.arobase.rating.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.arobase.edition.Edition;
import org.arobase.framework.FrameworkDocument;
import org.arobase.framework.FrameworkDocument.PolicyIssue;
import org.arobase.platform.language.Messages;
import org.arobase.rating.DossierRating;
import org.arobase.rating.RatingService.Explained;
import org.arobase.rating.explanation.RatingApi.Explanation;
import org.arobase.rating.explanation.RatingApi.GateView;
import org.arobase.rating.explanation.RatingApi.IssueScore;
import org.arobase.rating.explanation.RatingApi.JurorBreakdown;
import org.arobase.rating.explanation.RatingApi.LineView;
import org.arobase.rating.explanation.RatingApi.NextLevel;
import org.arobase.rating.explanation.RatingApi.Summary;
import org.arobase.scoring.Certainty;
import org.arobase.scoring.Grid;
import org.arobase.scoring.LevelResult.GateResult;
import org.arobase.scoring.Policy.Gate;
import org.arobase.scoring.ScoreBreakdown;
import org.arobase.scoring.ScoreBreakdown.Line;
import org.arobase.scoring.Scoring;
import org.jspecify.annotations.Nullable;

/** Turns ratings into the texts and records of the API. */
public final class Explanations {
  private static final int SHOWN_DIGITS = 10;
  private static final int PRECISE_DIGITS = 15;
  private static final int TOP = 5;
  private static final int MOST_PERCENT = 99;
  private static final String ROUNDING = "#rounding";

  private final Edition edition;
  private final FrameworkDocument framework;
  private final Messages messages;

  /** Explanations for an edition, in the language of these messages. */
  public Explanations(Edition edition, Messages messages) {
    this.edition = edition;
    this.framework = edition.framework.document();
    this.messages = messages;
  }

  /** The explanation of one rating. */
  public Explanation explain(Explained explained) {
    DossierRating r = explained.rating();
    boolean rated = r.rating().level() != null;
    Certainty certainty = r.rating().certainty();
    return new Explanation(
        Summary.from(r.scored().input(), r.rating()),
        sentence(r),
        precise(r.rating().mean()),
        rated ? precise(correction(r)) : null,
        rated ? precise(certainty.anchoring()) : null,
        rated ? precise(r.score().subtract(certainty.adjusted())) : null,
        edition.policy().panelRule(),
        edition.policy().severity(),
        rated ? certainty.severity() : null,
        edition.policy().levels().thresholds(),
        rated ? r.rating().level().gates().stream().map(this::gate).toList() : List.of(),
        rated && r.rating().level().floored(),
        rated ? next(r) : null,
        issues(r),
        explained.marked().breakdowns().entrySet().stream()
            .map(e -> breakdown(e.getKey(), e.getValue()))
            .toList(),
        Scoring.ENGINE,
        edition.framework.contentHash,
        edition.policyHash,
        r.scored().marksHash());
  }

  private String sentence(DossierRating r) {
    String name = r.dossier().authority.name;
    if (r.rating().level() == null) {
      return messages.text(
          "explanation.unrated",
          name,
          scored(r),
          r.scored().input().counts().quorum(edition.policy()));
    }
    return messages.text(
            "explanation.rated",
            name,
            r.level(),
            shown(r.score()).stripTrailingZeros().toPlainString(),
            r.rating().panel().scores().size(),
            r.grid().initiatives().size(),
            r.rating().panel().issues().size())
        + certainty(r);
  }

  /** Sentences on the correction, the anchors and the certainty; empty when none applies. */
  private String certainty(DossierRating r) {
    Certainty certainty = r.rating().certainty();
    BigDecimal correction = correction(r);
    String corrected =
        correction.signum() == 0
            ? ""
            : " "
                + messages.text(
                    "explanation.corrected", plain(r.rating().mean(), 4), plain(correction, 4));
    String anchored =
        certainty.anchoring().signum() == 0
            ? ""
            : " " + messages.text("explanation.anchored", plain(certainty.anchoring(), 4));
    BigDecimal sure = certainty.of(r.level());
    String probable = sure == null ? "" : " " + messages.text("explanation.sure", percent(sure));
    return corrected + anchored + probable;
  }

  private static BigDecimal correction(DossierRating r) {
    Certainty certainty = r.rating().certainty();
    return certainty.adjusted().subtract(r.rating().mean()).subtract(certainty.anchoring());
  }

  /** In whole percent, rounded down and at most 99: no estimate is certain. */
  private static int percent(BigDecimal probability) {
    return Math.min(MOST_PERCENT, probability.movePointRight(2).intValue());
  }

  private static String plain(BigDecimal value, int digits) {
    return value.setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  private static long scored(DossierRating r) {
    return r.rating().panel().present().size();
  }

  private GateView gate(GateResult result) {
    return new GateView(
        result.gate().level(), condition(result.gate()), shown(result.found()), result.passed());
  }

  private String condition(Gate gate) {
    return gate.coveredIssues() != null
        ? messages.text("gate.covered-issues", gate.coveredIssues())
        : messages.text("gate.issue-score", name(gate.issue()), messages.decimal(gate.minimum()));
  }

  private String name(String issue) {
    return framework.issues().stream()
        .filter(i -> i.code().equals(issue))
        .map(i -> messages.of(i.name()))
        .findFirst()
        .orElse(issue);
  }

  /** What a dossier that has a level lacks for the next one; null at the highest level. */
  public @Nullable NextLevel next(DossierRating r) {
    int level = r.level() + 1;
    if (level > TOP) {
      return null;
    }
    BigDecimal threshold = edition.policy().levels().thresholds().get(level - 1);
    BigDecimal lacking = threshold.subtract(r.score()).max(BigDecimal.ZERO);
    List<String> gates =
        r.rating().level().gates().stream()
            .filter(g -> !g.passed() && g.gate().level() <= level)
            .map(g -> condition(g.gate()))
            .toList();
    return new NextLevel(level, threshold, shown(lacking), gates);
  }

  private List<IssueScore> issues(DossierRating r) {
    List<IssueScore> issues = new ArrayList<>();
    Map<String, BigDecimal> scores = r.rating().panel().issues();
    for (PolicyIssue issue : framework.issues()) {
      int initiatives =
          (int)
              r.grid().initiatives().stream()
                  .filter(i -> i.issues().contains(issue.code()))
                  .count();
      issues.add(
          new IssueScore(
              issue.code(),
              issue.name(),
              weight(r.grid(), issue.code()),
              initiatives,
              shown(scores.get(issue.code()))));
    }
    return issues;
  }

  private static BigDecimal weight(Grid grid, String issue) {
    return grid.issues().stream()
        .filter(i -> i.code().equals(issue) && i.applicable())
        .map(Grid.Issue::weight)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  private static JurorBreakdown breakdown(String juror, ScoreBreakdown breakdown) {
    return new JurorBreakdown(
        juror,
        shown(breakdown.score()),
        breakdown.lines().stream().map(Explanations::line).toList());
  }

  private static LineView line(Line line) {
    boolean rounding = line.path().endsWith(ROUNDING);
    String path = rounding ? line.path().replace(ROUNDING, "") : line.path();
    String[] names = path.split("/");
    return new LineView(
        names[0].isEmpty() ? null : names[0],
        names.length > 1 ? Integer.valueOf(names[1]) : null,
        names.length > 2 ? names[2] : null,
        rounding,
        line.presence(),
        shown(line.score()),
        line.weight(),
        shown(line.coverage()),
        precise(line.contribution()));
  }

  private static BigDecimal precise(BigDecimal value) {
    return value == null ? null : value.setScale(PRECISE_DIGITS, RoundingMode.HALF_UP);
  }

  static BigDecimal shown(BigDecimal value) {
    return value == null ? null : value.setScale(SHOWN_DIGITS, RoundingMode.HALF_UP);
  }
}
