package org.arobase.scoring.hierarchy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.arobase.scoring.decimal.Decimals;
import org.arobase.scoring.hierarchy.Aggregation.Aggregate;
import org.arobase.scoring.hierarchy.Aggregation.Weighted;
import org.jspecify.annotations.Nullable;

/**
 * A node with its result.
 *
 * @param value the value after rounding; null exactly when the presence is not PRESENT
 * @param coverage present weight over applicable weight, 0 to 1
 * @param rounding what rounding added to the value
 * @param children the evaluated children, in the tree's order
 * @param contributions contribution of each child to the value before rounding; 0 for an absent
 *     child
 */
public record Evaluation(
    String name,
    BigDecimal weight,
    Presence presence,
    @Nullable BigDecimal value,
    BigDecimal coverage,
    BigDecimal rounding,
    List<Evaluation> children,
    List<BigDecimal> contributions) {

  /** Evaluates a tree from its leaves. */
  public static Evaluation of(Node node) {
    return node instanceof Node.Leaf leaf ? ofLeaf(leaf) : ofGroup((Node.Group) node);
  }

  private static Evaluation ofLeaf(Node.Leaf leaf) {
    boolean present = leaf.presence() == Presence.PRESENT;
    BigDecimal coverage = present ? BigDecimal.ONE : BigDecimal.ZERO;
    return new Evaluation(
        leaf.name(),
        leaf.weight(),
        leaf.presence(),
        leaf.value(),
        coverage,
        BigDecimal.ZERO,
        List.of(),
        List.of());
  }

  private static Evaluation ofGroup(Node.Group group) {
    List<Evaluation> children = group.children().stream().map(Evaluation::of).toList();
    List<Evaluation> counting = children.stream().filter(Evaluation::counts).toList();
    List<Evaluation> present = with(counting, Presence.PRESENT);
    BigDecimal coverage = coverage(counting, present);
    if (present.isEmpty() || coverage.compareTo(group.minimumCoverage()) < 0) {
      return absent(group, children, why(counting), coverage);
    }
    int unknown =
        with(counting, Presence.MISSING).size() + with(counting, Presence.ABSTAINED).size();
    Aggregate result =
        group
            .aggregation()
            .of(present.stream().map(c -> new Weighted(c.value(), c.weight())).toList(), unknown);
    BigDecimal rounded = Decimals.round(result.value(), group.digits());
    return new Evaluation(
        group.name(),
        group.weight(),
        Presence.PRESENT,
        rounded,
        coverage,
        rounded.subtract(result.value()),
        children,
        spread(children, result.contributions()));
  }

  private static Evaluation absent(
      Node.Group group, List<Evaluation> children, Presence why, BigDecimal coverage) {
    return new Evaluation(
        group.name(),
        group.weight(),
        why,
        null,
        coverage,
        BigDecimal.ZERO,
        children,
        spread(children, List.of()));
  }

  /** A node of weight 0 is shown, but counts neither in the value nor in the coverage. */
  private boolean counts() {
    return weight.signum() > 0;
  }

  /**
   * NOT_APPLICABLE if all children are; else the reason that all other children share; else
   * MISSING.
   */
  private static Presence why(List<Evaluation> children) {
    List<Presence> reasons =
        children.stream()
            .map(Evaluation::presence)
            .filter(p -> p != Presence.NOT_APPLICABLE)
            .distinct()
            .toList();
    if (reasons.isEmpty()) {
      return Presence.NOT_APPLICABLE;
    }
    boolean shared = reasons.size() == 1 && reasons.get(0) != Presence.PRESENT;
    return shared ? reasons.get(0) : Presence.MISSING;
  }

  private static List<Evaluation> with(List<Evaluation> children, Presence presence) {
    return children.stream().filter(c -> c.presence == presence).toList();
  }

  private static BigDecimal coverage(List<Evaluation> children, List<Evaluation> present) {
    BigDecimal applicable =
        weight(children.stream().filter(c -> c.presence != Presence.NOT_APPLICABLE).toList());
    return applicable.signum() == 0
        ? BigDecimal.ZERO
        : Decimals.divide(weight(present), applicable);
  }

  private static BigDecimal weight(List<Evaluation> nodes) {
    return Decimals.sum(nodes.stream().map(Evaluation::weight).toList());
  }

  private static List<BigDecimal> spread(
      List<Evaluation> children, List<BigDecimal> contributions) {
    List<BigDecimal> all = new ArrayList<>(children.size());
    int next = 0;
    for (Evaluation child : children) {
      boolean counts =
          child.counts() && child.presence == Presence.PRESENT && next < contributions.size();
      all.add(counts ? contributions.get(next++) : BigDecimal.ZERO);
    }
    return List.copyOf(all);
  }
}
