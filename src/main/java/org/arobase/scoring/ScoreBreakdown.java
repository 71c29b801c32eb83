package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.arobase.scoring.decimal.Decimals;
import org.arobase.scoring.hierarchy.Evaluation;
import org.arobase.scoring.hierarchy.Presence;
import org.jspecify.annotations.Nullable;

/**
 * The score that one juror's marks give a dossier, with the part of each mark.
 *
 * @param root the evaluated tree: dossier, issues, initiatives, criteria
 */
public record ScoreBreakdown(Evaluation root) {

  /**
   * One node's part in the score.
   *
   * @param path the names below the root, joined by {@code /}: issue/initiative/criterion; a path
   *     that ends in {@code #rounding} is the effect of rounding that node
   * @param leaf whether the node has no children
   * @param score the node's own value; null when it has none
   * @param weight its weight among its siblings
   * @param coverage present weight over applicable weight, 0 to 1
   * @param contribution its part of the score; the contributions of leaves and roundings add up to
   *     the score
   */
  public record Line(
      String path,
      boolean leaf,
      Presence presence,
      @Nullable BigDecimal score,
      BigDecimal weight,
      BigDecimal coverage,
      BigDecimal contribution) {}

  /** The score from 0 to 1, or null when there is none. */
  public @Nullable BigDecimal score() {
    return root.value();
  }

  /** Every node below the root in the order of the tree, each with its contribution. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    addRounding(lines, "", root, BigDecimal.ONE);
    addChildren(lines, "", root, BigDecimal.ONE);
    return lines;
  }

  /** The paths of the missing marks. */
  public List<String> missing() {
    return lines().stream()
        .filter(line -> line.leaf() && line.presence() == Presence.MISSING)
        .map(Line::path)
        .toList();
  }

  private static void addChildren(
      List<Line> lines, String prefix, Evaluation node, BigDecimal multiplier) {
    for (int i = 0; i < node.children().size(); i++) {
      Evaluation child = node.children().get(i);
      BigDecimal contribution = multiplier.multiply(node.contributions().get(i));
      String path = prefix + child.name();
      boolean leaf = child.children().isEmpty();
      lines.add(
          new Line(
              path,
              leaf,
              child.presence(),
              child.value(),
              child.weight(),
              child.coverage(),
              contribution));
      if (!leaf) {
        BigDecimal below = perUnit(contribution, child.value());
        addRounding(lines, path, child, below);
        addChildren(lines, path + "/", child, below);
      }
    }
  }

  private static BigDecimal perUnit(BigDecimal contribution, BigDecimal value) {
    return value == null || value.signum() == 0
        ? BigDecimal.ZERO
        : Decimals.divide(contribution, value);
  }

  private static void addRounding(
      List<Line> lines, String path, Evaluation node, BigDecimal multiplier) {
    if (node.rounding().signum() != 0) {
      BigDecimal added = multiplier.multiply(node.rounding());
      lines.add(
          new Line(
              path + "#rounding",
              true,
              Presence.PRESENT,
              node.rounding(),
              BigDecimal.ZERO,
              BigDecimal.ONE,
              added));
    }
  }
}
