package org.arobase.scoresheet;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.jury.assignment.Assignment;
import org.arobase.platform.database.Versioned;
import org.arobase.scoresheet.ScoreSheetApi.CommentEntry;
import org.arobase.scoresheet.ScoreSheetApi.MarkEntry;
import org.arobase.scoresheet.Submission.Written;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;

/** A locked score sheet with its marks and comments: one subject of the record. */
final class WritableSheet implements Recorded, Versioned {
  private final Assignment assignment;
  private final ScoreSheet sheet;
  private final SortedMap<Cell, SheetMark> marks = new TreeMap<>();
  private final SortedMap<Integer, SheetComment> comments = new TreeMap<>();

  WritableSheet(
      Assignment assignment, ScoreSheet sheet, List<SheetMark> marks, List<SheetComment> comments) {
    this.assignment = assignment;
    this.sheet = sheet;
    marks.forEach(mark -> this.marks.put(mark.cell(), mark));
    comments.forEach(comment -> this.comments.put(comment.initiative, comment));
  }

  Assignment assignment() {
    return assignment;
  }

  ScoreSheet sheet() {
    return sheet;
  }

  boolean isMarked(Cell cell) {
    return marks.containsKey(cell);
  }

  /** What is written in the sheet now. */
  Written written() {
    return Written.of(List.copyOf(marks.values()), List.copyOf(comments.values()), sheet);
  }

  /** Takes away the marks and comments that a complete new content does not have. */
  void retain(Set<Cell> cells, Set<Integer> commented) {
    List<SheetMark> unmarked =
        marks.values().stream().filter(m -> !cells.contains(m.cell())).toList();
    unmarked.forEach(this::remove);
    List<SheetComment> silent =
        comments.values().stream().filter(c -> !commented.contains(c.initiative)).toList();
    silent.forEach(
        comment -> {
          comments.remove(comment.initiative);
          comment.delete();
        });
  }

  /** Writes marks; an entry without value and state takes its mark away. */
  void mark(List<MarkEntry> entries) {
    for (MarkEntry entry : entries) {
      SheetMark stored = marks.get(entry.cell());
      if (entry.isEmpty()) {
        if (stored != null) {
          remove(stored);
        }
      } else if (stored != null) {
        stored.set(entry.mark());
      } else {
        add(entry.cell(), entry.mark());
      }
    }
  }

  private void add(Cell cell, Mark mark) {
    SheetMark added = new SheetMark(sheet.assignmentId, cell, mark);
    added.persist();
    marks.put(cell, added);
  }

  private void remove(SheetMark mark) {
    marks.remove(mark.cell());
    mark.delete();
  }

  /** Writes comments on initiatives. */
  void comment(List<CommentEntry> entries) {
    for (CommentEntry entry : entries) {
      SheetComment stored = comments.get(entry.initiative());
      if (stored != null) {
        stored.body = entry.text();
      } else {
        SheetComment added = new SheetComment(sheet.assignmentId, entry.initiative(), entry.text());
        added.persist();
        comments.put(added.initiative, added);
      }
    }
  }

  @Override
  public StateSource.State recorded() {
    return SheetStates.of(assignment, sheet, written());
  }

  /** The row is there before the first write, and nothing is recorded of it then. */
  @Override
  public boolean isRecordedYet() {
    return sheet.version > 0 || !marks.isEmpty() || !comments.isEmpty();
  }

  @Override
  public int version() {
    return sheet.version;
  }

  @Override
  public Object versionedRow() {
    return sheet;
  }
}
