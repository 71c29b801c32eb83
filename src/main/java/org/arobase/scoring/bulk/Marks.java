package org.arobase.scoring.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Scoring;
import org.jspecify.annotations.Nullable;

/**
 * The marks of an edition, two bytes each. Add a dossier with its initiatives and sheets before its
 * marks; marks can be set in any order.
 */
public final class Marks {
  final Rubric rubric;
  private final Map<String, Integer> issueNumbers = new HashMap<>();
  private final Map<String, Integer> jurorNumbers = new LinkedHashMap<>();
  private final List<Dossier> dossiers = new ArrayList<>();
  private int sheets;
  private int mostInitiatives;
  private long cells;
  private char[] codes = new char[0];

  /** Starts without dossiers and marks. */
  public Marks(Rubric rubric) {
    this.rubric = rubric;
    List<Grid.Issue> issues = rubric.strata.get(0);
    IntStream.range(0, issues.size()).forEach(e -> issueNumbers.put(issues.get(e).code(), e));
  }

  private Marks(Marks marks, Rubric rubric) {
    this(rubric);
    jurorNumbers.putAll(marks.jurorNumbers);
    dossiers.addAll(marks.dossiers);
    sheets = marks.sheets;
    mostInitiatives = marks.mostInitiatives;
    cells = marks.cells;
    codes = marks.codes();
  }

  /** These marks under a rubric that differs from theirs only in weights. */
  public Marks with(Rubric other) {
    return new Marks(this, other);
  }

  /** The rubric with the weights of these marks. */
  public Rubric rubric() {
    return rubric;
  }

  /**
   * A dossier.
   *
   * @param expected number of jurors who are expected to score it
   * @param quorum number of scores that it needs
   * @param anchor the score that another jury gave it, 0 to 1; null unless it is an anchor
   * @param numbers numbers of its initiatives
   * @param issues issue numbers of each initiative, one initiative after the other
   * @param places for each of these issues, the position of its initiative
   * @param jurors numbers of the jurors whose sheets count, in alphabetical order of their ids
   * @param firstSheet number of the first of their sheets; the others follow
   * @param firstCode position of the first sheet's first mark; the other sheets follow
   */
  record Dossier(
      String name,
      int stratum,
      int expected,
      int quorum,
      @Nullable BigDecimal anchor,
      int[] numbers,
      char[] issues,
      char[] places,
      int[] jurors,
      int firstSheet,
      int firstCode) {
    int initiatives() {
      return numbers.length;
    }

    int cells(Rubric rubric) {
      return numbers.length * rubric.criteria();
    }
  }

  /**
   * Adds a dossier.
   *
   * @param stratum number of its stratum
   * @param anchor the score that another jury gave it, 0 to 1; null unless it is an anchor
   * @param initiatives the initiatives that count
   * @param jurors ids of the jurors whose sheets count
   * @return the number of the dossier's first sheet; its sheets are in alphabetical order of the
   *     jurors
   * @throws IllegalArgumentException when all dossiers together have 2³¹ marks or more
   */
  public int add(
      String name,
      int stratum,
      int expected,
      int quorum,
      @Nullable BigDecimal anchor,
      List<Grid.Initiative> initiatives,
      Set<String> jurors) {
    StringBuilder issues = new StringBuilder();
    StringBuilder places = new StringBuilder();
    for (int k = 0; k < initiatives.size(); k++) {
      for (String issue : new TreeSet<>(initiatives.get(k).issues())) {
        if (issueNumbers.containsKey(issue)) {
          issues.append((char) (int) issueNumbers.get(issue));
          places.append((char) k);
        }
      }
    }
    int[] numbers = initiatives.stream().mapToInt(Grid.Initiative::number).toArray();
    Dossier dossier =
        new Dossier(
            name,
            stratum,
            expected,
            quorum,
            anchor,
            numbers,
            issues.toString().toCharArray(),
            places.toString().toCharArray(),
            jurors.stream().sorted().mapToInt(this::number).toArray(),
            sheets,
            Math.toIntExact(cells));
    long more = cells + (long) dossier.cells(rubric) * dossier.jurors().length;
    if (more > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("More than 2³¹ marks");
    }
    dossiers.add(dossier);
    mostInitiatives = Math.max(mostInitiatives, dossier.initiatives());
    sheets += dossier.jurors().length;
    cells = more;
    return dossier.firstSheet();
  }

  private int number(String juror) {
    return jurorNumbers.computeIfAbsent(juror, j -> jurorNumbers.size());
  }

  /** The ids of the jurors, by number. */
  List<String> jurors() {
    return List.copyOf(jurorNumbers.keySet());
  }

  /** The number of cells, marked or not. */
  public int size() {
    return (int) cells;
  }

  /** How many dossiers there are. */
  public int dossiers() {
    return dossiers.size();
  }

  /** The names of the dossiers, by number. */
  public List<String> names() {
    return dossiers.stream().map(Dossier::name).toList();
  }

  Dossier dossier(int number) {
    return dossiers.get(number);
  }

  int sheets() {
    return sheets;
  }

  /** The number of initiatives in the largest dossier. */
  int mostInitiatives() {
    return mostInitiatives;
  }

  /**
   * The codes of all marks, dossier by dossier, sheet by sheet, initiative by initiative. The array
   * may be longer than {@link #size}. Adding a dossier may replace it, so get it again afterwards.
   */
  public char[] codes() {
    if (codes.length < cells) {
      int more = codes.length + codes.length / 2;
      codes = Arrays.copyOf(codes, Math.max((int) cells, more));
    }
    return codes;
  }

  /**
   * The position of the first mark of a sheet.
   *
   * @param place position of the sheet among the dossier's sheets, from 0
   */
  public int begin(int dossier, int place) {
    Dossier of = dossiers.get(dossier);
    return of.firstCode() + place * of.cells(rubric);
  }

  /** The grid of a dossier, for the decimal engine. */
  public Grid grid(int number) {
    Dossier dossier = dossiers.get(number);
    List<String> names =
        rubric.strata.get(dossier.stratum()).stream().map(Grid.Issue::code).toList();
    List<Set<String>> issues =
        Arrays.stream(dossier.numbers()).<Set<String>>mapToObj(k -> new HashSet<>()).toList();
    for (int i = 0; i < dossier.issues().length; i++) {
      issues.get(dossier.places()[i]).add(names.get(dossier.issues()[i]));
    }
    List<Grid.Initiative> initiatives =
        IntStream.range(0, dossier.initiatives())
            .mapToObj(k -> new Grid.Initiative(dossier.numbers()[k], issues.get(k)))
            .toList();
    return new Grid(rubric.strata.get(dossier.stratum()), initiatives, rubric.criteria);
  }

  /** The score that another jury gave a dossier; null unless it is an anchor. */
  public @Nullable BigDecimal anchor(int number) {
    return dossiers.get(number).anchor();
  }

  /** The number of a dossier's stratum. */
  public int stratum(int number) {
    return dossiers.get(number).stratum();
  }

  /** The marks of a dossier by juror, for the decimal engine. */
  public SortedMap<String, Map<Cell, Mark>> marks(int number) {
    Dossier dossier = dossiers.get(number);
    SortedMap<String, Map<Cell, Mark>> marks = new TreeMap<>();
    List<String> names = jurors();
    for (int s = 0; s < dossier.jurors().length; s++) {
      marks.put(names.get(dossier.jurors()[s]), sheet(dossier, begin(number, s)));
    }
    return marks;
  }

  /** The panel of a dossier, in decimal arithmetic. */
  Panel panel(int number) {
    Dossier dossier = dossiers.get(number);
    return Panel.of(
        dossier.name(),
        dossier.expected(),
        dossier.quorum(),
        dossier.anchor(),
        Scoring.score(marks(number), grid(number), rubric.policy));
  }

  private Map<Cell, Mark> sheet(Dossier dossier, int begin) {
    Map<Cell, Mark> marks = new HashMap<>();
    int at = begin;
    for (int number : dossier.numbers()) {
      for (int c = 0; c < rubric.criteria(); c++, at++) {
        Mark mark = rubric.mark(c, codes[at]);
        if (mark != null) {
          marks.put(new Cell(number, rubric.criteria.get(c).code()), mark);
        }
      }
    }
    return marks;
  }
}
