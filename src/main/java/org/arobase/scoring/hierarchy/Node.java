package org.arobase.scoring.hierarchy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tree of weighted values to aggregate from the leaves to the root. */
public sealed interface Node {
  /** Its name, unique among its siblings. */
  String name();

  /** Its weight among its siblings, 0 or more. */
  BigDecimal weight();

  /**
   * A value, or the reason why there is none.
   *
   * @param value null exactly when the presence is not PRESENT
   */
  record Leaf(String name, BigDecimal weight, Presence presence, @Nullable BigDecimal value)
      implements Node {
    public Leaf {
      if ((presence == Presence.PRESENT) != (value != null)) {
        throw new IllegalArgumentException("A leaf has a value exactly when it is PRESENT");
      }
    }

    /** A leaf that has a value. */
    public static Leaf of(String name, BigDecimal weight, BigDecimal value) {
      return new Leaf(name, weight, Presence.PRESENT, value);
    }

    /** A leaf without a value. */
    public static Leaf absent(String name, BigDecimal weight, Presence why) {
      return new Leaf(name, weight, why, null);
    }
  }

  /**
   * A group of nodes to aggregate.
   *
   * @param minimumCoverage the least share of the applicable weight that must be present, 0 to 1;
   *     with less, the group is absent
   * @param digits digits after the point to round the result to, HALF_UP; null: not rounded
   */
  record Group(
      String name,
      BigDecimal weight,
      Aggregation aggregation,
      BigDecimal minimumCoverage,
      @Nullable Integer digits,
      List<Node> children)
      implements Node {
    public Group {
      Objects.requireNonNull(aggregation);
      children = List.copyOf(children);
    }

    /** A group without a coverage floor and without rounding. */
    public static Group of(
        String name, BigDecimal weight, Aggregation aggregation, List<? extends Node> children) {
      return new Group(name, weight, aggregation, BigDecimal.ZERO, null, List.copyOf(children));
    }
  }
}
