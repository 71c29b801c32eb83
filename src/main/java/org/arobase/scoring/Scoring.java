package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Grid.Criterion;
import org.arobase.scoring.Grid.Initiative;
import org.arobase.scoring.Grid.Issue;
import org.arobase.scoring.Policy.InitiativeRule;
import org.arobase.scoring.Policy.UncoveredIssue;
import org.arobase.scoring.decimal.Decimals;

/** From marks to a level: steps 1, 2, 3 and 5 of the house plan, with severity NONE as step 4. */
public final class Scoring {
  /** Changes whenever the same input can give another result. */
  public static final String ENGINE = "arobase-scoring/1";

  private Scoring() {}

  /**
   * Steps 1 to 3: the score that one juror's marks give a dossier.
   *
   * @param marks what the juror said; a cell that is not there is missing
   */
  public static ScoreBreakdown score(Grid grid, Map<Cell, Mark> marks, Policy policy) {
    List<Node> issues =
        grid.issues().stream().map(issue -> issueNode(issue, grid, marks, policy)).toList();
    return new ScoreBreakdown(
        Evaluation.of(
            new Node.Group(
                "dossier",
                BigDecimal.ONE,
                Aggregations::weightedMean,
                policy.coverage().dossier(),
                policy.rounding().juror(),
                issues)));
  }

  /**
   * All steps: the rating that the jury gives a dossier.
   *
   * @param expected how many jurors were to mark it
   * @param marks the marks of each juror whose sheet counts, by the juror's id
   */
  public static Rating rate(
      Grid grid, Map<String, Map<Cell, Mark>> marks, int expected, Policy policy) {
    SortedMap<String, ScoreBreakdown> jurors = new TreeMap<>();
    marks.forEach((juror, sheet) -> jurors.put(juror, score(grid, sheet, policy)));
    List<BigDecimal> scores =
        jurors.values().stream().map(ScoreBreakdown::score).filter(s -> s != null).toList();
    Map<String, BigDecimal> issues = issues(jurors);
    Set<Flag> flags = flags(scores, expected, policy);
    if (scores.size() < policy.quorum()) {
      return new Rating(null, null, null, jurors, issues, flags);
    }
    BigDecimal mean = Decimals.mean(scores);
    BigDecimal score = Decimals.round(mean, policy.rounding().dossier());
    return new Rating(
        mean, score, LevelResult.of(score, issues, policy.levels()), jurors, issues, flags);
  }

  private static Node issueNode(Issue issue, Grid grid, Map<Cell, Mark> marks, Policy policy) {
    List<Initiative> own =
        grid.initiatives().stream().filter(i -> i.issues().contains(issue.code())).toList();
    if (!issue.applicable()) {
      return Node.Leaf.absent(issue.code(), issue.weight(), Presence.NOT_APPLICABLE);
    }
    if (own.isEmpty()) {
      return policy.uncoveredIssue() == UncoveredIssue.ZERO
          ? Node.Leaf.of(issue.code(), issue.weight(), BigDecimal.ZERO)
          : Node.Leaf.absent(issue.code(), issue.weight(), Presence.UNCOVERED);
    }
    Aggregation rule =
        policy.initiatives() == InitiativeRule.MEAN
            ? Aggregations::weightedMean
            : Aggregations.bestOf(issue.expected());
    return new Node.Group(
        issue.code(),
        issue.weight(),
        rule,
        policy.coverage().issue(),
        policy.rounding().issue(),
        own.stream().map(i -> initiativeNode(i, grid, marks, policy)).toList());
  }

  private static Node initiativeNode(
      Initiative initiative, Grid grid, Map<Cell, Mark> marks, Policy policy) {
    return new Node.Group(
        String.valueOf(initiative.number()),
        BigDecimal.ONE,
        Aggregations::weightedMean,
        policy.coverage().initiative(),
        policy.rounding().initiative(),
        grid.criteria().stream()
            .map(c -> criterionNode(c, marks.get(new Cell(initiative.number(), c.code()))))
            .toList());
  }

  private static Node criterionNode(Criterion criterion, Mark mark) {
    if (mark == null) {
      return Node.Leaf.absent(criterion.code(), criterion.weight(), Presence.MISSING);
    }
    return switch (mark.state()) {
      case MARKED ->
          Node.Leaf.of(
              criterion.code(), criterion.weight(), criterion.scale().normalise(mark.value()));
      case NOT_APPLICABLE ->
          Node.Leaf.absent(criterion.code(), criterion.weight(), Presence.NOT_APPLICABLE);
      case ABSTAINED -> Node.Leaf.absent(criterion.code(), criterion.weight(), Presence.ABSTAINED);
    };
  }

  /** An issue that policy counts as zero is not covered: only what was marked is in the mean. */
  private static Map<String, BigDecimal> issues(SortedMap<String, ScoreBreakdown> jurors) {
    return jurors.values().stream()
        .flatMap(breakdown -> breakdown.root().children().stream())
        .filter(issue -> issue.presence() == Presence.PRESENT && !issue.children().isEmpty())
        .collect(
            Collectors.groupingBy(
                Evaluation::name,
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.mapping(Evaluation::value, Collectors.toList()), Decimals::mean)));
  }

  private static Set<Flag> flags(List<BigDecimal> scores, int expected, Policy policy) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (scores.size() < Math.max(expected, policy.quorum())) {
      flags.add(Flag.INCOMPLETE);
    }
    if (scores.size() > 1
        && Collections.max(scores).subtract(Collections.min(scores)).compareTo(policy.divergence())
            > 0) {
      flags.add(Flag.DIVERGENT);
    }
    return flags;
  }
}
