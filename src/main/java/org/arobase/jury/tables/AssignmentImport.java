package org.arobase.jury.tables;

import jakarta.enterprise.context.ApplicationScoped;
import org.arobase.access.AccessScope;
import org.arobase.edition.Edition;
import org.arobase.jury.assignment.Assignment;
import org.arobase.jury.assignment.Assignment.Purpose;
import org.arobase.jury.assignment.AssignmentApi.Entry;
import org.arobase.jury.assignment.AssignmentService;
import org.arobase.jury.assignment.AssignmentSet;
import org.arobase.jury.tables.JuryRows.AssignmentRow;
import org.arobase.platform.tabular.importing.Import;
import org.arobase.platform.tabular.importing.Import.Done;
import org.arobase.platform.tabular.importing.Line;
import org.arobase.platform.tabular.importing.Upload;

/** Imports a table of assignments. */
@ApplicationScoped
class AssignmentImport {
  private final AccessScope scope;
  private final AssignmentService assignments;

  AssignmentImport(AccessScope scope, AssignmentService assignments) {
    this.scope = scope;
    this.assignments = assignments;
  }

  /** Adds and changes assignments; those that are not named stay. */
  Import read(int year, Upload upload) {
    Edition edition = Edition.locked(year, scope);
    AssignmentSet set = assignments.set(year);
    Import read = Import.of(upload, JuryRows.ASSIGNMENTS, line -> line(line, set));
    if (read.isChange()) {
      assignments.raiseVersion(edition);
    }
    return read;
  }

  private Done line(Line line, AssignmentSet set) {
    Entry now = set.present(line.code("dossier"), line.required("juror"));
    Entry wanted = wanted(line, now);
    set.want(wanted, "")
        .ifPresent(
            wrong -> {
              throw line.wrong(wrong);
            });
    Assignment assignment = set.wanted().get(wanted);
    boolean isNew = assignment.id == null;
    assignments.write(wanted, assignment);
    String subject = now.dossier() + "/" + now.juror();
    return isNew
        ? Done.created(subject)
        : Done.changed(
            subject,
            JuryRows.ASSIGNMENTS.changes(
                AssignmentRow.of(now).cells(), AssignmentRow.of(wanted).cells()));
  }

  private static Entry wanted(Line line, Entry now) {
    return new Entry(
        now.dossier(),
        now.juror(),
        line.said("purpose", column -> line.one(column, Purpose.class), now.purpose()),
        line.said("pinned", column -> line.yes(column) ? true : null, now.pinned()));
  }
}
