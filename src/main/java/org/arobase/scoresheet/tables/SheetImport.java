package org.arobase.scoresheet.tables;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.arobase.access.AccessScope;
import org.arobase.edition.Edition;
import org.arobase.identity.Caller;
import org.arobase.jury.assignment.Assignment;
import org.arobase.platform.http.AnswerHeaders;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.platform.tabular.importing.Import;
import org.arobase.platform.tabular.importing.Line;
import org.arobase.platform.tabular.importing.Upload;
import org.arobase.scoresheet.MarkableDossier;
import org.arobase.scoresheet.ScoreSheetApi.View;
import org.arobase.scoresheet.ScoreSheetRule;
import org.arobase.scoresheet.ScoreSheetService;

/**
 * Imports a table of a juror's own sheets. An empty cell changes nothing, and what was written in a
 * sheet since the table was exported is not replaced.
 */
@ApplicationScoped
class SheetImport {
  private static final String ME = "me";

  private final ScoreSheetService sheets;
  private final AccessScope scope;
  private final Caller caller;

  SheetImport(ScoreSheetService sheets, AccessScope scope, Caller caller) {
    this.sheets = sheets;
    this.scope = scope;
    this.caller = caller;
  }

  /**
   * Applies the lines of a file to the caller's drafts; what the file does not name stays. When a
   * line is wrong, nothing is written.
   *
   * @throws Refusal 412 when a sheet is changed while the file is read
   */
  Import read(int year, Upload upload) {
    Edition.held(year, scope);
    Map<String, Assignment> own = new HashMap<>();
    Assignment.ofUser(year, caller.name()).forEach(a -> own.put(a.dossier.code(), a));
    Map<String, SheetChanges> named = new LinkedHashMap<>();
    Import read =
        Import.of(
            upload,
            SheetRows.COLUMNS,
            line -> {
              Assignment assignment = mine(line, own);
              return named
                  .computeIfAbsent(assignment.dossier.code(), code -> of(year, assignment))
                  .line(line);
            });
    if (!read.isWrong()) {
      named.values().forEach(sheet -> read.tag(sheet.code(), write(year, sheet)));
    }
    return read;
  }

  /** Writes the changes of a sheet, and gives its ETag. */
  private String write(int year, SheetChanges changes) {
    String tag = AnswerHeaders.etag(changes.sheet());
    return changes.isEmpty()
        ? tag
        : AnswerHeaders.etag(sheets.change(year, changes.code(), changes.content(), tag));
  }

  private static Assignment mine(Line line, Map<String, Assignment> own) {
    String code = line.code("dossier");
    Assignment assignment = own.get(code);
    if (assignment == null || !isMine(line, assignment)) {
      throw line.wrong(Draft.at("/dossier", ScoreSheetRule.NOT_MINE_TO_SCORE, code));
    }
    return assignment;
  }

  private static boolean isMine(Line line, Assignment assignment) {
    String juror = line.textOrNull("juror");
    return juror == null || juror.equals(ME) || juror.equals(assignment.juror.handle);
  }

  private SheetChanges of(int year, Assignment assignment) {
    View seen = sheets.read(year, assignment.dossier.code(), ME);
    return new SheetChanges(seen, MarkableDossier.of(assignment.dossier));
  }
}
