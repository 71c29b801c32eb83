package verifier;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The scores that one juror's marks give a dossier: criteria form initiatives, initiatives form
 * issues, issues form the dossier. Computed in decimals, with quotients to 34 digits.
 */
final class Sheet {
  static final MathContext EXACT = new MathContext(34, RoundingMode.HALF_UP);

  /** Whether a node has a value, or why it has none. */
  private enum State {
    PRESENT,
    MISSING,
    ABSTAINED,
    UNCOVERED,
    NOT_APPLICABLE
  }

  private record Node(State state, BigDecimal value, BigDecimal weight) {
    static Node without(State why, BigDecimal weight) {
      return new Node(why, null, weight);
    }
  }

  private final Marks marks;
  private final Map<String, Map<String, Object>> given = new HashMap<>();

  /** The score of each issue that has one from marks. */
  final Map<String, BigDecimal> issues = new TreeMap<>();

  /** The dossier's score; null when its marks give none. */
  final BigDecimal score;

  Sheet(Marks marks, Map<String, Object> dossier, Map<String, Object> sheet) {
    this.marks = marks;
    for (Object one : Json.list(sheet.get("marks"))) {
      Map<String, Object> mark = Json.object(one);
      given.put(mark.get("initiative") + "/" + mark.get("criterion"), mark);
    }
    List<Node> nodes = new ArrayList<>();
    for (Object one : marks.issues(dossier)) {
      nodes.add(issue(Json.object(one), Json.list(dossier.get("initiatives"))));
    }
    this.score = group(nodes, BigDecimal.ONE, marks.coverage("dossier"), "juror", 0).value();
  }

  private Node issue(Map<String, Object> issue, List<Object> initiatives) {
    BigDecimal weight = (BigDecimal) issue.get("weight");
    if (!Boolean.TRUE.equals(issue.get("applicable"))) {
      return Node.without(State.NOT_APPLICABLE, weight);
    }
    List<Node> own = new ArrayList<>();
    for (Object one : initiatives) {
      Map<String, Object> initiative = Json.object(one);
      if (Json.list(initiative.get("issues")).contains(issue.get("code"))) {
        own.add(initiative(String.valueOf(initiative.get("number"))));
      }
    }
    if (own.isEmpty()) {
      return "ZERO".equals(marks.policy.get("uncoveredIssue"))
          ? new Node(State.PRESENT, BigDecimal.ZERO, weight)
          : Node.without(State.UNCOVERED, weight);
    }
    boolean best = "BEST_OF_EXPECTED".equals(marks.policy.get("initiatives"));
    int expected = best ? Json.integer(issue.get("expected")) : 0;
    Node node = group(own, weight, marks.coverage("issue"), "issue", expected);
    if (node.state() == State.PRESENT) {
      issues.put(Json.text(issue.get("code")), node.value());
    }
    return node;
  }

  private Node initiative(String number) {
    List<Node> criteria = new ArrayList<>();
    for (Object one : marks.criteria()) {
      criteria.add(criterion(Json.object(one), number));
    }
    return group(criteria, BigDecimal.ONE, marks.coverage("initiative"), "initiative", 0);
  }

  private Node criterion(Map<String, Object> criterion, String number) {
    BigDecimal weight = (BigDecimal) criterion.get("weight");
    Map<String, Object> mark = given.get(number + "/" + criterion.get("code"));
    if (mark == null) {
      return Node.without(State.MISSING, weight);
    }
    if (mark.get("value") == null) {
      return Node.without(State.valueOf(Json.text(mark.get("state"))), weight);
    }
    BigDecimal minimum = (BigDecimal) criterion.get("minimum");
    BigDecimal range = ((BigDecimal) criterion.get("maximum")).subtract(minimum);
    BigDecimal value = ((BigDecimal) mark.get("value")).subtract(minimum).divide(range, EXACT);
    return new Node(State.PRESENT, value, weight);
  }

  /**
   * Combines nodes into one; nodes of weight 0 do not count.
   *
   * @param floor the least share of the applicable weight that must be present; with less, the node
   *     has no value
   * @param expected 0 for the weighted mean; otherwise the best values up to this number are summed
   *     and divided by it
   */
  private Node group(
      List<Node> children, BigDecimal weight, BigDecimal floor, String stage, int expected) {
    List<Node> counting = children.stream().filter(c -> c.weight().signum() > 0).toList();
    List<Node> present = with(counting, State.PRESENT);
    BigDecimal applicable =
        weights(counting.stream().filter(c -> c.state() != State.NOT_APPLICABLE).toList());
    BigDecimal coverage =
        applicable.signum() == 0 ? BigDecimal.ZERO : weights(present).divide(applicable, EXACT);
    if (present.isEmpty() || coverage.compareTo(floor) < 0) {
      return Node.without(why(counting), weight);
    }
    int unknown = with(counting, State.MISSING).size() + with(counting, State.ABSTAINED).size();
    BigDecimal value = expected == 0 ? mean(present) : best(present, expected, unknown);
    return new Node(State.PRESENT, marks.rounded(stage, value), weight);
  }

  private static State why(List<Node> counting) {
    List<State> reasons =
        counting.stream()
            .map(Node::state)
            .filter(state -> state != State.NOT_APPLICABLE)
            .distinct()
            .toList();
    if (reasons.isEmpty()) {
      return State.NOT_APPLICABLE;
    }
    return reasons.size() == 1 && reasons.get(0) != State.PRESENT ? reasons.get(0) : State.MISSING;
  }

  private static BigDecimal mean(List<Node> present) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Node node : present) {
      sum = sum.add(node.value().multiply(node.weight()));
    }
    return sum.divide(weights(present), EXACT);
  }

  /** An unknown value might have filled an empty place, so that place is not counted. */
  private static BigDecimal best(List<Node> present, int expected, int unknown) {
    List<BigDecimal> best =
        present.stream()
            .map(Node::value)
            .sorted(Comparator.reverseOrder())
            .limit(expected)
            .toList();
    BigDecimal sum = best.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    int places = Math.max(best.size(), expected - unknown);
    return sum.divide(BigDecimal.valueOf(places), EXACT);
  }

  private static List<Node> with(List<Node> nodes, State state) {
    return nodes.stream().filter(node -> node.state() == state).toList();
  }

  private static BigDecimal weights(List<Node> nodes) {
    return nodes.stream().map(Node::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
