package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Grid.Criterion;
import org.arobase.scoring.Grid.Initiative;
import org.arobase.scoring.Grid.Issue;
import org.arobase.scoring.Policy.InitiativeRule;
import org.arobase.scoring.Policy.UncoveredIssue;
import org.arobase.scoring.hierarchy.Aggregation;
import org.arobase.scoring.hierarchy.Aggregations;
import org.arobase.scoring.hierarchy.Evaluation;
import org.arobase.scoring.hierarchy.Node;
import org.arobase.scoring.hierarchy.Presence;

/** Computes each juror's score of a dossier; {@link JuryRating} combines these scores. */
public final class Scoring {
  /** Changes whenever the same input can give another result. */
  public static final String ENGINE = "arobase-scoring/3";

  private Scoring() {}

  /**
   * The score that one juror's marks give a dossier (scoring/methods.md, sections 1 to 4).
   *
   * @param marks the juror's marks; a cell without a mark is missing
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
   * The score of each juror of a dossier, by the juror's id.
   *
   * @param marks the marks of each juror whose sheet counts, by the juror's id
   */
  public static SortedMap<String, ScoreBreakdown> score(
      Map<String, Map<Cell, Mark>> marks, Grid grid, Policy policy) {
    SortedMap<String, ScoreBreakdown> jurors = new TreeMap<>();
    marks.forEach((juror, sheet) -> jurors.put(juror, score(grid, sheet, policy)));
    return jurors;
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
}
