package org.arobase.scoresheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.dossier.Dossier;
import org.arobase.dossier.Initiative;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.PolicyRule;
import org.arobase.framework.FrameworkDocument.Criterion;
import org.arobase.framework.FrameworkRule;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.scoresheet.ScoreSheetApi.CommentEntry;
import org.arobase.scoresheet.ScoreSheetApi.MarkEntry;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Scale;
import org.jspecify.annotations.Nullable;

/** The cells of a dossier that can be marked; checks marks and comments against them. */
public final class MarkableDossier {
  private final Set<Integer> numbers = new HashSet<>();
  private final List<Integer> admissible = new ArrayList<>();
  private final Map<String, Criterion> criteria = new LinkedHashMap<>();

  private final LocalDate referenceDate;

  /** A dossier without initiatives. */
  MarkableDossier(Edition edition) {
    referenceDate = edition.referenceDate;
    edition.framework.document().criteria().forEach(c -> criteria.put(c.code(), c));
  }

  /** Reads the initiatives of a dossier. */
  public static MarkableDossier of(Dossier dossier) {
    MarkableDossier markable = new MarkableDossier(dossier.edition);
    Initiative.of(dossier).forEach(i -> markable.add(i.number, i.ongoing, i.startedOn));
    return markable;
  }

  /** Adds an initiative; the caller adds them in the order of their numbers. */
  void add(int number, boolean ongoing, @Nullable LocalDate startedOn) {
    numbers.add(number);
    if (Initiative.admissible(ongoing, startedOn, referenceDate)) {
      admissible.add(number);
    }
  }

  /** Every cell that a submitted sheet must have: admissible initiatives × criteria. */
  List<Cell> required() {
    return admissible.stream()
        .flatMap(number -> criteria.keySet().stream().map(c -> new Cell(number, c)))
        .toList();
  }

  /**
   * Checks marks.
   *
   * @param removable whether an entry without value and state removes a mark
   * @return the violations; empty when the marks are valid
   */
  public List<Draft> violations(List<MarkEntry> marks, boolean removable) {
    List<Draft> found = new ArrayList<>();
    Map<Cell, Integer> seen = new HashMap<>();
    for (int i = 0; i < marks.size(); i++) {
      MarkEntry entry = marks.get(i);
      String place = "/marks/" + i;
      Integer first = seen.putIfAbsent(new Cell(entry.initiative(), entry.criterion()), i);
      if (first != null) {
        found.add(Draft.at(place, ScoreSheetRule.MARK_TWICE, "/marks/" + first));
      }
      if (!numbers.contains(entry.initiative())) {
        found.add(
            Draft.at(place + "/initiative", ScoreSheetRule.UNKNOWN_INITIATIVE, entry.initiative()));
      }
      if (!criteria.containsKey(entry.criterion())) {
        found.add(Draft.at(place + "/criterion", PolicyRule.UNKNOWN_CRITERION, entry.criterion()));
      } else {
        checkValue(entry, place, removable, found);
      }
    }
    return found;
  }

  private void checkValue(MarkEntry entry, String place, boolean removable, List<Draft> found) {
    boolean stated = entry.state() != null && entry.state() != Mark.State.MARKED;
    if (entry.value() == null) {
      boolean removes = removable && entry.state() == null;
      if (!stated && !removes) {
        found.add(Draft.at(place, ScoreSheetRule.VALUE_OR_STATE));
      }
      return;
    }
    if (stated) {
      found.add(Draft.at(place, ScoreSheetRule.VALUE_AND_STATE, entry.state().name()));
      return;
    }
    Scale scale = criteria.get(entry.criterion()).scale();
    BigDecimal value = entry.value();
    if (!scale.contains(value)) {
      found.add(
          Draft.at(
              place + "/value", FrameworkRule.OFF_SCALE, value, scale.minimum(), scale.maximum()));
    } else if (!scale.onStep(value)) {
      found.add(
          Draft.at(
              place + "/value", ScoreSheetRule.OFF_STEP, value, scale.step(), scale.minimum()));
    }
  }

  /** The violations in the comments; empty when they are valid. */
  public List<Draft> commentViolations(List<CommentEntry> comments) {
    return textViolations(
        "/comments/", comments.stream().map(CommentEntry::initiative).toList(), numbers);
  }

  /**
   * The violations in a list of texts on initiatives, of which each may have one; empty when they
   * are valid.
   *
   * @param list the pointer to the list, with a slash at its end
   * @param named the number of the initiative of each text
   * @param known the numbers of the dossier's initiatives
   */
  public static List<Draft> textViolations(String list, List<Integer> named, Set<Integer> known) {
    List<Draft> found = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < named.size(); i++) {
      int number = named.get(i);
      if (!known.contains(number)) {
        found.add(Draft.at(list + i + "/initiative", ScoreSheetRule.UNKNOWN_INITIATIVE, number));
      } else if (!seen.add(number)) {
        found.add(Draft.at(list + i, ScoreSheetRule.COMMENT_TWICE, number));
      }
    }
    return found;
  }
}
