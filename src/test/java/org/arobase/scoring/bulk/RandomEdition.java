package org.arobase.scoring.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Grid.Criterion;
import org.arobase.scoring.Grid.Initiative;
import org.arobase.scoring.Grid.Issue;
import org.arobase.scoring.Policy;
import org.arobase.scoring.Policy.Coverage;
import org.arobase.scoring.Policy.Gate;
import org.arobase.scoring.Policy.InitiativeRule;
import org.arobase.scoring.Policy.Levels;
import org.arobase.scoring.Policy.Rounding;
import org.arobase.scoring.Policy.UncoveredIssue;
import org.arobase.scoring.Scale;
import org.arobase.scoring.panel.PanelRule;
import org.arobase.scoring.severity.SeverityModel;

/** A random framework, policy and marks from a seed, with every rule and every kind of mark. */
final class RandomEdition {
  private static final Levels LEVELS =
      new Levels(
          dec(".2", ".35", ".5", ".65", ".8"),
          List.of(new Gate(4, 2, null, null), new Gate(5, null, "issue1", new BigDecimal(".5"))),
          1);

  private final Random random;
  private final int dossiers;
  private final List<Criterion> criteria;
  private final Policy policy;
  private final Rubric rubric;
  private final boolean anchored;

  RandomEdition(long seed, SeverityModel model) {
    this(seed, model, 12);
  }

  RandomEdition(long seed, SeverityModel model, int dossiers) {
    // Random begins alike for consecutive seeds
    random = new Random(new SplittableRandom(seed).nextLong());
    this.dossiers = dossiers;
    criteria = IntStream.range(0, 1 + random.nextInt(6)).mapToObj(this::criterion).toList();
    policy = policy(model);
    anchored = random.nextBoolean();
    int issues = 2 + random.nextInt(4);
    List<List<Issue>> strata =
        IntStream.range(0, 2)
            .mapToObj(s -> IntStream.range(0, issues).mapToObj(this::issue).toList())
            .toList();
    rubric = new Rubric(criteria, strata, policy);
  }

  private static List<BigDecimal> dec(String... values) {
    return java.util.Arrays.stream(values).map(BigDecimal::new).toList();
  }

  private Criterion criterion(int number) {
    List<Scale> scales =
        List.of(
            new Scale(BigDecimal.ZERO, new BigDecimal("5"), BigDecimal.ONE),
            new Scale(BigDecimal.ONE, new BigDecimal("4"), new BigDecimal(".25")),
            new Scale(BigDecimal.ZERO, new BigDecimal("20"), new BigDecimal("0.5")));
    int weight = number == 0 ? 1 + random.nextInt(4) : random.nextInt(4);
    return new Criterion(
        "c" + number, BigDecimal.valueOf(weight, 1), scales.get(random.nextInt(3)));
  }

  private Issue issue(int number) {
    return new Issue(
        "issue" + number,
        BigDecimal.valueOf(random.nextInt(4), 1),
        number == 1 || random.nextInt(6) > 0,
        1 + random.nextInt(3));
  }

  private Policy policy(SeverityModel model) {
    boolean rounds = random.nextBoolean();
    return new Policy(
        random.nextBoolean() ? InitiativeRule.MEAN : InitiativeRule.BEST_OF_EXPECTED,
        random.nextBoolean() ? UncoveredIssue.ZERO : UncoveredIssue.EXCLUDED,
        new Coverage(share(), share(), share()),
        new Rounding(
            digits(rounds, 3), digits(rounds, 2), digits(rounds, 2), random.nextInt(3) + 2),
        model,
        new BigDecimal(".25"),
        LEVELS,
        random.nextBoolean()
            ? PanelRule.MEAN
            : PanelRule.values()[random.nextInt(PanelRule.values().length)]);
  }

  static Policy roundedTo(int digits) {
    BigDecimal none = BigDecimal.ZERO;
    return new Policy(
        InitiativeRule.MEAN,
        UncoveredIssue.EXCLUDED,
        new Coverage(none, none, none),
        new Rounding(null, null, null, digits),
        SeverityModel.NONE,
        BigDecimal.ONE,
        LEVELS,
        PanelRule.MEAN);
  }

  static List<Initiative> initiatives(int number, String issue) {
    return List.of(new Initiative(number, Set.of(issue)));
  }

  /** A reference for every second dossier of an edition with anchors; null for other dossiers. */
  private BigDecimal anchor(int dossier) {
    return anchored && dossier % 2 == 1 ? BigDecimal.valueOf(random.nextInt(11), 1) : null;
  }

  private BigDecimal share() {
    return dec("0", ".5", ".25").get(random.nextInt(3));
  }

  private Integer digits(boolean rounds, int digits) {
    return rounds && random.nextInt(3) > 0 ? digits : null;
  }

  Policy policy() {
    return policy;
  }

  Rubric rubric() {
    return rubric;
  }

  boolean isRounded() {
    Rounding rounding = policy.rounding();
    return rounding.initiative() != null || rounding.issue() != null || rounding.juror() != null;
  }

  Marks marks() {
    Marks marks = new Marks(rubric);
    for (int d = 0; d < dossiers; d++) {
      Set<String> jurors = new TreeSet<>();
      int wanted = 3 + random.nextInt(3);
      while (jurors.size() < wanted) {
        jurors.add("juror" + random.nextInt(6));
      }
      if (random.nextInt(5) == 0) {
        jurors.remove(jurors.iterator().next());
      }
      marks.add("d" + d, random.nextInt(2), 3, 2, anchor(d), initiatives(), jurors);
    }
    char[] codes = marks.codes();
    for (int at = 0; at < codes.length; at++) {
      codes[at] = code(at % criteria.size());
    }
    return marks;
  }

  private List<Initiative> initiatives() {
    int issues = rubric.strata.get(0).size();
    List<Initiative> initiatives = new ArrayList<>();
    for (int k = 0; k < random.nextInt(7); k++) {
      Set<String> of =
          random
              .ints(1 + random.nextInt(2), 0, issues)
              .mapToObj(e -> "issue" + e)
              .collect(Collectors.toSet());
      initiatives.add(new Grid.Initiative(k + 1, of));
    }
    return initiatives;
  }

  private char code(int criterion) {
    int kind = random.nextInt(20);
    Scale scale = criteria.get(criterion).scale();
    int steps = scale.maximum().subtract(scale.minimum()).divide(scale.step()).intValueExact();
    return (char) (kind < Rubric.FIRST ? kind : Rubric.FIRST + random.nextInt(steps + 1));
  }
}
