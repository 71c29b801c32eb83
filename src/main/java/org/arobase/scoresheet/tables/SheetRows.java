package org.arobase.scoresheet.tables;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.arobase.access.AccessScope;
import org.arobase.dossier.Initiative;
import org.arobase.framework.FrameworkDocument.Criterion;
import org.arobase.jury.assignment.Assignment;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.Book.Table;
import org.arobase.platform.tabular.Dialect;
import org.arobase.platform.tabular.importing.Columns;
import org.arobase.scoresheet.SheetDocument;
import org.arobase.scoresheet.SheetDocument.Audience;
import org.arobase.scoresheet.SheetDocument.Comment;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Mark.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Score sheets as a table: jurors export their own, fill in the cells, and import them. */
@ApplicationScoped
class SheetRows {
  static final Columns COLUMNS =
      new Columns(
          List.of(
              "dossier",
              "juror",
              "initiative",
              "title",
              "criterion",
              "value",
              "state",
              "comment",
              "audience",
              "version"),
          Set.of("dossier"));

  /** The state of a mark in a line. */
  @Schema(name = "LineState", description = "The state of a mark in a line.")
  enum LineState {
    MARKED,
    NOT_APPLICABLE,
    ABSTAINED,
    /** On import: removes the mark or the comment of the line, whatever its other cells say. */
    REMOVE
  }

  @Schema(
      name = "ScoreSheetRow",
      description =
          "A line of the table of score sheets. With a criterion: a mark, given or missing. With an"
              + " initiative only: the comment on it. With neither: the overall comment.")
  record Row(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "Id of the juror.", examples = "juror1") @Nullable String juror,
      @Schema(description = "Number of the initiative.", examples = "1")
          @Nullable Integer initiative,
      @Schema(description = "Title of the initiative; not read on import.") @Nullable String title,
      @Schema(description = "Code of the criterion.", examples = "utility")
          @Nullable String criterion,
      @Schema(description = "Empty on import: as it is.") @Nullable BigDecimal value,
      @Schema(
              description =
                  "Empty on import: as it is. REMOVE, only on import: removes the mark or the"
                      + " comment of the line.")
          @Nullable LineState state,
      @Schema(description = "Empty on import: as it is.") @Nullable String comment,
      @Schema(
              description =
                  "Who reads the comment: JURY, or AUTHORITY for the letter to the authority too."
                      + " On import, empty: as it is, for a new or changed text JURY.")
          @Nullable Audience audience,
      @Schema(
              description =
                  "Version of the sheet when the table was exported. On import, a line replaces or"
                      + " removes something only if the sheet still has this version; a line that"
                      + " adds something needs none.",
              examples = "4")
          @Nullable Integer version) {}

  private static final Comment NONE = SheetDocument.EMPTY.overall();

  /** How many sheets are in memory at a time. */
  private static final int AT_A_TIME = 50;

  private final AccessScope scope;
  private final EntityManager database;

  SheetRows(AccessScope scope, EntityManager database) {
    this.scope = scope;
    this.database = database;
  }

  /** The submitted sheets of the dossiers of an edition that the caller may know. */
  Book submitted(int year, Dialect dialect) {
    return book(
        "score-sheets-" + year,
        dialect,
        false,
        () -> scope.filter(Assignment.all(year), a -> a.dossier.code()));
  }

  /** A juror's own sheets, with a line for each required mark that is missing. */
  Book own(int year, String username, Dialect dialect) {
    return book("my-score-sheets-" + year, dialect, true, () -> Assignment.ofUser(year, username));
  }

  private Book book(
      String name, Dialect dialect, boolean template, Supplier<List<Assignment>> which) {
    Book.Rows rows = row -> Transactions.inNew(() -> each(which.get(), template, row));
    return new Book(name, List.of(new Table("score-sheets", COLUMNS.all(), rows)), dialect);
  }

  private int each(List<Assignment> all, boolean template, Consumer<List<@Nullable Object>> row) {
    for (int from = 0; from < all.size(); from += AT_A_TIME) {
      List<Assignment> some = all.subList(from, Math.min(all.size(), from + AT_A_TIME));
      SheetBatch contents = SheetBatch.of(some);
      some.stream()
          .filter(a -> template || contents.isSubmitted(a))
          .forEach(a -> each(a, template, contents, row));
      database.clear();
    }
    return all.size();
  }

  private static void each(
      Assignment a, boolean template, SheetBatch contents, Consumer<List<@Nullable Object>> row) {
    SheetDocument document = contents.document(a);
    int version = contents.version(a);
    for (Initiative i : contents.initiatives(a)) {
      boolean required = template && i.admissible(a.dossier.edition.referenceDate);
      for (Criterion criterion : a.dossier.edition.framework.document().criteria()) {
        Mark mark = document.marks().get(new Cell(i.number, criterion.code()));
        if (mark != null || required) {
          row.accept(cells(a, i, criterion.code(), mark, NONE, version));
        }
      }
      Comment comment = document.comments().getOrDefault(i.number, NONE);
      if (template || !comment.text().isEmpty()) {
        row.accept(cells(a, i, null, null, comment, version));
      }
    }
    if (template || !document.overall().text().isEmpty()) {
      row.accept(cells(a, null, null, null, document.overall(), version));
    }
  }

  private static List<@Nullable Object> cells(
      Assignment a,
      @Nullable Initiative i,
      @Nullable String criterion,
      @Nullable Mark mark,
      Comment comment,
      int version) {
    boolean isNone = comment.text().isEmpty();
    boolean stated = mark != null && mark.state() != State.MARKED;
    return Book.row(
        a.dossier.code(),
        a.juror.handle,
        i == null ? null : i.number,
        i == null ? null : i.title,
        criterion,
        mark == null ? null : mark.value(),
        stated ? mark.state() : null,
        isNone ? null : comment.text(),
        isNone ? null : comment.audience(),
        version);
  }
}
