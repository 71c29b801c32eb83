package org.arobase.scoresheet;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.scoresheet.ScoreSheetApi.CommentEntry;
import org.arobase.scoresheet.ScoreSheetApi.Content;
import org.arobase.scoresheet.ScoreSheetApi.MarkEntry;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;

/**
 * Everything that a juror has written in a sheet. A sheet is stored as one document, so that a
 * write or a reading touches one row, however many marks there are.
 *
 * @param marks by initiative and criterion
 * @param comments by the number of the initiative
 * @param overallComment empty when there is none
 */
public record SheetDocument(
    SortedMap<Cell, Mark> marks, SortedMap<Integer, String> comments, String overallComment) {
  /** A sheet in which nothing is written. */
  public static final SheetDocument EMPTY = new SheetDocument(new TreeMap<>(), new TreeMap<>(), "");

  public SheetDocument {
    marks = Collections.unmodifiableSortedMap(marks);
    comments = Collections.unmodifiableSortedMap(comments);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException when the text is not a sheet
   */
  public static SheetDocument read(String text) {
    return SheetText.read(text);
  }

  /** The document as canonical JSON: equal documents have equal texts. */
  public String text() {
    return SheetText.of(this);
  }

  /** The marks as the API shows them. */
  public List<MarkEntry> markEntries() {
    return marks.entrySet().stream().map(m -> MarkEntry.from(m.getKey(), m.getValue())).toList();
  }

  /** The comments as the API shows them. */
  public List<CommentEntry> commentEntries() {
    return comments.entrySet().stream()
        .map(c -> new CommentEntry(c.getKey(), c.getValue()))
        .toList();
  }

  /** The document after a write that replaces everything. */
  SheetDocument replacedBy(Content content) {
    return EMPTY.changedBy(content);
  }

  /**
   * The document after a write that changes only what the content names; an entry without value and
   * state takes its mark away.
   */
  SheetDocument changedBy(Content content) {
    SortedMap<Cell, Mark> newMarks = new TreeMap<>(marks);
    for (MarkEntry entry : content.marks()) {
      if (entry.isEmpty()) {
        newMarks.remove(entry.cell());
      } else {
        newMarks.put(entry.cell(), entry.mark());
      }
    }
    SortedMap<Integer, String> newComments = new TreeMap<>(comments);
    content.comments().forEach(entry -> newComments.put(entry.initiative(), entry.text()));
    String overall = content.overallComment();
    return new SheetDocument(newMarks, newComments, overall == null ? overallComment : overall);
  }

  /** How many of these cells have a mark. */
  int marked(Collection<Cell> cells) {
    return (int) cells.stream().filter(marks::containsKey).count();
  }
}
