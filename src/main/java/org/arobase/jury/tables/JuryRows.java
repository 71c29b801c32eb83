package org.arobase.jury.tables;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.arobase.access.AccessScope;
import org.arobase.jury.Juror;
import org.arobase.jury.Recusal;
import org.arobase.jury.Recusal.Ground;
import org.arobase.jury.assignment.Assignment;
import org.arobase.jury.assignment.Assignment.Purpose;
import org.arobase.jury.assignment.AssignmentApi.Entry;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.Book.Table;
import org.arobase.platform.tabular.Dialect;
import org.arobase.platform.tabular.importing.Columns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The tables of an edition's jury, with the columns that the imports read. */
@ApplicationScoped
class JuryRows {
  static final Columns JURORS =
      new Columns(
          List.of(
              "id",
              "username",
              "name",
              "office",
              "email",
              "language",
              "affiliation",
              "competences",
              "capacity",
              "panel"),
          Set.of("id"));
  static final Columns RECUSALS =
      new Columns(List.of("authority", "juror", "ground", "reason"), Set.of("authority", "juror"));
  static final Columns ASSIGNMENTS =
      new Columns(List.of("dossier", "juror", "purpose", "pinned"), Set.of("dossier", "juror"));

  @Schema(name = "RecusalRow", description = "A line of the table of recusals in force.")
  record RecusalRow(
      @Schema(description = "Code of the authority.", examples = "78138") String authority,
      @Schema(description = "Id of the member.", examples = "juror2") String juror,
      @Schema(description = "Absent: as it is; of a new recusal, DECLARED.")
          @Nullable Ground ground,
      @Schema(description = "Required for a new recusal that is DECLARED.")
          @Nullable String reason) {}

  @Schema(name = "AssignmentRow", description = "A line of the table of assignments.")
  record AssignmentRow(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      @Schema(description = "Absent: as it is. Empty: the ordinary reading.")
          @Nullable Purpose purpose,
      @Schema(description = "Absent: as it is. Empty: a plan can move it.", nullable = true)
          @Nullable Boolean pinned) {
    static AssignmentRow of(Entry e) {
      return new AssignmentRow(e.dossier(), e.juror(), e.purpose(), e.pinned());
    }

    List<@Nullable Object> cells() {
      return Book.row(dossier, juror, purpose, pinned);
    }
  }

  private final AccessScope scope;

  JuryRows(AccessScope scope) {
    this.scope = scope;
  }

  Book jurors(int year, Dialect dialect) {
    List<Juror> members = Juror.all(year).stream().filter(j -> j.withdrawnAt == null).toList();
    return book("jurors", year, dialect, JURORS, members, j -> JurorRow.of(j).cells());
  }

  Book recusals(int year, Dialect dialect) {
    List<Recusal> shown = scope.filter(Recusal.all(year), r -> r.authority.code);
    return book(
        "recusals",
        year,
        dialect,
        RECUSALS,
        shown,
        r -> Book.row(r.authority.code, r.juror.handle, r.ground, r.reason));
  }

  Book assignments(int year, Dialect dialect) {
    List<Assignment> shown = scope.filter(Assignment.all(year), a -> a.dossier.code());
    return book(
        "assignments",
        year,
        dialect,
        ASSIGNMENTS,
        shown,
        a -> AssignmentRow.of(Entry.from(a)).cells());
  }

  private static <T> Book book(
      String name,
      int year,
      Dialect dialect,
      Columns columns,
      List<T> all,
      Function<T, List<@Nullable Object>> row) {
    List<List<@Nullable Object>> rows = all.stream().map(row).toList();
    return new Book(name + "-" + year, List.of(new Table(name, columns.all(), rows)), dialect);
  }
}
