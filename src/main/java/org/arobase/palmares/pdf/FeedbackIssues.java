package org.arobase.palmares.pdf;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import org.arobase.framework.FrameworkDocument;
import org.arobase.framework.FrameworkDocument.PolicyIssue;
import org.arobase.rating.DossierRating;
import org.jspecify.annotations.Nullable;

/** The strong and the weak issues of a dossier, compared with their mean. */
final class FeedbackIssues {
  private static final int NAMED = 3;

  private final FrameworkDocument framework;
  private final DossierRating rating;
  private final Comparator<PolicyIssue> rising;
  private final List<PolicyIssue> scored;
  private final BigDecimal mean;

  FeedbackIssues(FrameworkDocument framework, DossierRating rating) {
    this.framework = framework;
    this.rating = rating;
    this.rising =
        Comparator.comparing((PolicyIssue issue) -> score(rating, issue))
            .thenComparing(PolicyIssue::code);
    this.scored =
        framework.issues().stream().filter(issue -> score(rating, issue) != null).toList();
    this.mean = mean(rating, scored);
  }

  /** The score of an issue, 0 to 1; null when nothing in it was marked. */
  static @Nullable BigDecimal score(DossierRating rating, PolicyIssue issue) {
    return rating.rating().panel().issues().get(issue.code());
  }

  /** Whether an issue is expected of an authority of this size. */
  static boolean applies(DossierRating rating, PolicyIssue issue) {
    return rating.grid().issues().stream()
        .anyMatch(i -> i.code().equals(issue.code()) && i.applicable());
  }

  private static BigDecimal mean(DossierRating rating, List<PolicyIssue> scored) {
    BigDecimal sum =
        scored.stream().map(i -> score(rating, i)).reduce(BigDecimal.ZERO, BigDecimal::add);
    return scored.isEmpty()
        ? sum
        : sum.divide(BigDecimal.valueOf(scored.size()), MathContext.DECIMAL128);
  }

  private int againstMean(PolicyIssue issue) {
    return score(rating, issue).compareTo(mean);
  }

  List<String> strengths() {
    return scored.stream()
        .filter(issue -> againstMean(issue) >= 0 && score(rating, issue).signum() > 0)
        .sorted(rising.reversed())
        .limit(NAMED)
        .map(this::named)
        .toList();
  }

  List<String> weaknesses() {
    return scored.stream()
        .filter(issue -> againstMean(issue) < 0)
        .sorted(rising)
        .limit(NAMED)
        .map(this::named)
        .toList();
  }

  private String named(PolicyIssue issue) {
    return issue.name().fr() + " (" + French.decimal(score(rating, issue)) + ")";
  }

  /** The names of the expected issues without a marked initiative. */
  List<String> uncovered() {
    return framework.issues().stream()
        .filter(issue -> applies(rating, issue) && score(rating, issue) == null)
        .map(issue -> issue.name().fr())
        .toList();
  }
}
