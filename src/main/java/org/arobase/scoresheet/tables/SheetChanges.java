package org.arobase.scoresheet.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.platform.language.Typed;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.importing.Columns;
import org.arobase.platform.tabular.importing.Import.Done;
import org.arobase.platform.tabular.importing.ImportApi.FieldChange;
import org.arobase.platform.tabular.importing.Line;
import org.arobase.scoresheet.MarkableDossier;
import org.arobase.scoresheet.ScoreSheet.Status;
import org.arobase.scoresheet.ScoreSheetApi;
import org.arobase.scoresheet.ScoreSheetApi.CommentEntry;
import org.arobase.scoresheet.ScoreSheetApi.Content;
import org.arobase.scoresheet.ScoreSheetApi.MarkEntry;
import org.arobase.scoresheet.ScoreSheetApi.View;
import org.arobase.scoresheet.ScoreSheetRule;
import org.arobase.scoresheet.SheetDocument;
import org.arobase.scoresheet.SheetDocument.Audience;
import org.arobase.scoresheet.SheetDocument.Comment;
import org.arobase.scoresheet.tables.SheetRows.LineState;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark.State;
import org.jspecify.annotations.Nullable;

/** The changes that the lines of a table make to one sheet. */
final class SheetChanges {
  private static final Columns MARK = new Columns(List.of("value", "state"), Set.of());
  private static final Columns COMMENT = new Columns(List.of("comment", "audience"), Set.of());
  private static final Comment NONE = SheetDocument.EMPTY.overall();

  private final View sheet;
  private final MarkableDossier markable;
  private final Map<Cell, MarkEntry> marks = new HashMap<>();
  private final Map<Integer, Comment> comments = new HashMap<>();
  private final Set<String> named = new HashSet<>();
  private final List<MarkEntry> newMarks = new ArrayList<>();
  private final List<CommentEntry> newComments = new ArrayList<>();
  private @Nullable Comment newOverall;

  /**
   * No changes yet.
   *
   * @param sheet the caller's sheet as it is
   * @param markable the dossier that it marks
   */
  SheetChanges(View sheet, MarkableDossier markable) {
    this.sheet = sheet;
    this.markable = markable;
    sheet.marks().forEach(m -> marks.put(m.cell(), m));
    sheet.comments().forEach(c -> comments.put(c.initiative(), Comment.of(c.text(), c.audience())));
  }

  String code() {
    return sheet.dossier();
  }

  /** The sheet as it is without the changes. */
  View sheet() {
    return sheet;
  }

  boolean isEmpty() {
    return newMarks.isEmpty() && newComments.isEmpty() && newOverall == null;
  }

  /** The changes as a request would send them. */
  Content content() {
    return newOverall == null
        ? new Content(newMarks, newComments, null, null)
        : new Content(newMarks, newComments, newOverall.text(), newOverall.audience());
  }

  /**
   * Adds the change of a line.
   *
   * @throws Line.Unusable when a cell cannot be used, the sheet is submitted, or the line would
   *     replace what was written since the table was exported
   * @throws Refusal 422 for a mark or comment that the dossier cannot have
   */
  Done line(Line line) {
    Integer initiative = line.whole("initiative");
    String criterion = line.textOrNull("criterion");
    String subject =
        code()
            + (initiative == null ? "" : "/" + initiative)
            + (criterion == null ? "" : "/" + criterion);
    if (!named.add(subject)) {
      throw line.unusable(
          criterion == null ? "initiative" : "criterion", CommonRule.LINE_TWICE, subject);
    }
    return criterion == null
        ? comment(line, subject, initiative)
        : mark(line, subject, initiative, criterion);
  }

  private Done mark(Line line, String subject, @Nullable Integer initiative, String criterion) {
    if (line.textOrNull("comment") != null && !isRemoval(line)) {
      throw line.unusable("comment", ScoreSheetRule.COMMENT_ON_ITS_OWN_LINE);
    }
    if (initiative == null) {
      throw line.unusable("initiative", CommonRule.CELL_REQUIRED);
    }
    MarkEntry before =
        marks.getOrDefault(new Cell(initiative, criterion), none(initiative, criterion));
    MarkEntry after = marked(line, before);
    Refusal.ofBody(inTheLine(markable.violations(List.of(after), true)));
    List<FieldChange> changes = MARK.changes(cells(before), cells(after));
    requireWritable(line, changes, before.isEmpty());
    if (!changes.isEmpty()) {
      newMarks.add(after);
    }
    return done(subject, changes, before.isEmpty());
  }

  private static MarkEntry none(int initiative, String criterion) {
    return new MarkEntry(initiative, criterion, null, null);
  }

  private static MarkEntry marked(Line line, MarkEntry before) {
    MarkEntry none = none(before.initiative(), before.criterion());
    if (isRemoval(line)) {
      return none;
    }
    BigDecimal value = line.decimal("value");
    LineState state = line.one("state", LineState.class);
    if (value == null && state == null) {
      return before;
    }
    return new MarkEntry(
        none.initiative(),
        none.criterion(),
        value,
        state == null ? null : State.valueOf(state.name()));
  }

  private static boolean isRemoval(Line line) {
    return line.one("state", LineState.class) == LineState.REMOVE;
  }

  private static List<@Nullable Object> cells(MarkEntry mark) {
    BigDecimal value = mark.value();
    State state = value == null ? mark.state() : null;
    return Book.row(value == null ? null : value.stripTrailingZeros().toPlainString(), state);
  }

  private Done comment(Line line, String subject, @Nullable Integer initiative) {
    boolean hasMark = line.textOrNull("value") != null || line.textOrNull("state") != null;
    if (hasMark && !isRemoval(line)) {
      throw line.unusable("criterion", ScoreSheetRule.MARK_WITHOUT_CRITERION);
    }
    Comment before = initiative == null ? overall() : comments.getOrDefault(initiative, NONE);
    Comment after = after(line, before, initiative);
    CommentEntry entry =
        new CommentEntry(initiative == null ? 0 : initiative, after.text(), after.audience());
    if (initiative != null) {
      Refusal.ofBody(inTheLine(markable.commentViolations(List.of(entry))));
    }
    boolean isNew = before.text().isEmpty();
    List<FieldChange> changes = COMMENT.changes(cells(before), cells(after));
    requireWritable(line, changes, isNew);
    if (changes.isEmpty()) {
      return Done.unchanged(subject);
    }
    if (initiative == null) {
      newOverall = after;
    } else {
      newComments.add(entry);
    }
    return done(subject, changes, isNew);
  }

  private Comment overall() {
    return Comment.of(sheet.overallComment(), sheet.overallAudience());
  }

  /** A text that has changed goes to the jury only, unless the line says otherwise. */
  private static Comment after(Line line, Comment before, @Nullable Integer initiative) {
    if (isRemoval(line)) {
      return NONE;
    }
    String text = Typed.lines(line.text("comment"));
    int longest =
        initiative == null ? ScoreSheetApi.LONGEST_OVERALL : ScoreSheetApi.LONGEST_COMMENT;
    if (text.length() > longest) {
      throw line.wrong(
          Draft.at("/comment", CommonRule.CONSTRAINT, text.length() + " > " + longest));
    }
    boolean isSame = line.textOrNull("comment") == null || text.equals(before.text());
    Audience said = line.one("audience", Audience.class);
    Audience audience = said == null && isSame ? before.audience() : said;
    return Comment.of(isSame ? before.text() : text, audience);
  }

  private static List<@Nullable Object> cells(Comment comment) {
    return comment.text().isEmpty()
        ? Book.row(null, null)
        : Book.row(comment.text(), comment.audience());
  }

  /**
   * Lets a line change a sheet that is not submitted, where it adds something or replaces what its
   * author has seen.
   */
  private void requireWritable(Line line, List<FieldChange> changes, boolean isNew) {
    if (changes.isEmpty()) {
      return;
    }
    if (sheet.status() == Status.SUBMITTED) {
      throw line.wrong(Draft.at("/dossier", ScoreSheetRule.SHEET_IS_SUBMITTED, code()));
    }
    Integer seen = line.whole("version");
    if (!isNew && (seen == null || seen != sheet.version())) {
      throw line.wrong(bothSides(changes));
    }
  }

  private Draft bothSides(List<FieldChange> changes) {
    String inSheet = side(changes.stream().map(FieldChange::before).toList());
    String inTable = side(changes.stream().map(FieldChange::after).toList());
    String now = String.valueOf(sheet.version());
    return Draft.at(
            "/" + changes.get(0).column(),
            ScoreSheetRule.SHEET_NOT_AS_EXPORTED,
            code(),
            inTable,
            inSheet,
            now)
        .with(Map.of("table", inTable, "sheet", inSheet, "version", now));
  }

  /** The values on one side; a dash for nothing. */
  private static String side(List<@Nullable String> values) {
    List<String> said = values.stream().filter(value -> value != null).toList();
    return said.isEmpty() ? "–" : String.join(", ", said);
  }

  private static Done done(String subject, List<FieldChange> changes, boolean isNew) {
    return isNew && !changes.isEmpty() ? Done.created(subject) : Done.changed(subject, changes);
  }

  /** Removes the index from the pointers: each checked list has one entry. */
  private static List<Draft> inTheLine(List<Draft> found) {
    return found.stream()
        .map(
            d ->
                new Draft(
                    d.pointer().replaceFirst("^/(marks|comments)/0", ""),
                    d.rule(),
                    d.arguments(),
                    d.context()))
        .toList();
  }
}
