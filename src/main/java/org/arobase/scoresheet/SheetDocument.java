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
import org.jspecify.annotations.Nullable;

/**
 * Everything that a juror has written in a sheet. A sheet is stored as one document, so that a
 * write or a reading touches one row, however many marks there are.
 *
 * @param marks by initiative and criterion
 * @param comments by the number of the initiative
 * @param overall the comment on the whole dossier; its text is empty when there is none
 */
public record SheetDocument(
    SortedMap<Cell, Mark> marks, SortedMap<Integer, Comment> comments, Comment overall) {
  /** A sheet in which nothing is written. */
  public static final SheetDocument EMPTY =
      new SheetDocument(new TreeMap<>(), new TreeMap<>(), Comment.of("", null));

  /** Who reads a comment. */
  public enum Audience {
    /** The jury; it never leaves the jury. */
    JURY,
    /** The authority too: the comment is in its letter. */
    AUTHORITY
  }

  /** A comment with its readers. */
  public record Comment(String text, Audience audience) {
    /**
     * A comment of a juror.
     *
     * @param audience null: the jury, because a candid word must not leave it by mistake
     */
    public static Comment of(String text, @Nullable Audience audience) {
      return new Comment(text, audience == null ? Audience.JURY : audience);
    }

    /** Whether the letter to the authority contains it. */
    public boolean isForAuthority() {
      return audience == Audience.AUTHORITY;
    }
  }

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
        .map(c -> new CommentEntry(c.getKey(), c.getValue().text(), c.getValue().audience()))
        .toList();
  }

  /** The document after a write that replaces everything. */
  SheetDocument replacedBy(Content content) {
    return EMPTY.changedBy(content);
  }

  /**
   * The document after a write that changes only what the content names; an entry without value and
   * state takes its mark away, and an empty text its comment.
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
    SortedMap<Integer, Comment> newComments = new TreeMap<>(comments);
    for (CommentEntry entry : content.comments()) {
      if (entry.text().isEmpty()) {
        newComments.remove(entry.initiative());
      } else {
        newComments.put(entry.initiative(), entry.comment());
      }
    }
    return new SheetDocument(newMarks, newComments, overallAfter(content));
  }

  private Comment overallAfter(Content content) {
    if (content.overallComment() != null) {
      return Comment.of(content.overallComment(), content.overallAudience());
    }
    return content.overallAudience() == null
        ? overall
        : new Comment(overall.text(), content.overallAudience());
  }

  /** How many of these cells have a mark. */
  int marked(Collection<Cell> cells) {
    return (int) cells.stream().filter(marks::containsKey).count();
  }
}
