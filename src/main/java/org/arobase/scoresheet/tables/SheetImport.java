package org.arobase.scoresheet.tables;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.access.AccessScope;
import org.arobase.edition.Edition;
import org.arobase.identity.Caller;
import org.arobase.jury.assignment.Assignment;
import org.arobase.platform.language.Typed;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.platform.tabular.importing.Import;
import org.arobase.platform.tabular.importing.Import.Done;
import org.arobase.platform.tabular.importing.ImportApi.Outcome;
import org.arobase.platform.tabular.importing.Line;
import org.arobase.platform.tabular.importing.Upload;
import org.arobase.scoresheet.MarkableDossier;
import org.arobase.scoresheet.ScoreSheetApi;
import org.arobase.scoresheet.ScoreSheetApi.CommentEntry;
import org.arobase.scoresheet.ScoreSheetApi.Content;
import org.arobase.scoresheet.ScoreSheetApi.MarkEntry;
import org.arobase.scoresheet.ScoreSheetApi.View;
import org.arobase.scoresheet.ScoreSheetRule;
import org.arobase.scoresheet.ScoreSheetService;
import org.arobase.scoresheet.SheetDocument;
import org.arobase.scoresheet.SheetDocument.Audience;
import org.arobase.scoresheet.SheetDocument.Comment;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark.State;
import org.jspecify.annotations.Nullable;

/** Imports a table of a juror's own sheets; each line is applied as if the juror had typed it. */
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
   * @throws Refusal 409 when the file changes a submitted sheet
   */
  Import read(int year, Upload upload) {
    Edition edition = Edition.held(year, scope);
    Map<String, Assignment> own = new HashMap<>();
    Assignment.ofUser(year, caller.name()).forEach(a -> own.put(a.dossier.code(), a));
    Map<String, Target> targets = new LinkedHashMap<>();
    Import read =
        Import.of(
            upload,
            SheetRows.COLUMNS,
            line -> {
              String code = line.required("dossier");
              Assignment assignment = own.get(code);
              if (assignment == null || !isMine(line, assignment)) {
                throw line.wrong(Draft.at("/dossier", ScoreSheetRule.NOT_MINE_TO_SCORE, code));
              }
              return targets
                  .computeIfAbsent(code, key -> target(edition.year, assignment))
                  .line(line);
            });
    if (!read.isWrong()) {
      targets.values().stream()
          .filter(Target::isChanged)
          .forEach(t -> sheets.change(year, t.code, t.content(), "\"" + t.version + "\""));
    }
    return read;
  }

  private static boolean isMine(Line line, Assignment assignment) {
    String juror = line.text("juror");
    return juror.isBlank() || juror.equals(ME) || juror.equals(assignment.juror.handle);
  }

  private Target target(int year, Assignment assignment) {
    View seen = sheets.read(year, assignment.dossier.code(), ME);
    return new Target(assignment, seen);
  }

  /** A sheet that the file names, with the changes found so far. */
  private static final class Target {
    final String code;
    final int version;
    private final MarkableDossier markable;
    private final Map<Cell, MarkEntry> marks = new HashMap<>();
    private final Map<Integer, Comment> comments = new HashMap<>();
    private final Comment overall;
    private final Set<Object> seen = new HashSet<>();
    private final List<MarkEntry> newMarks = new ArrayList<>();
    private final List<CommentEntry> newComments = new ArrayList<>();
    private @Nullable Comment newOverall;

    Target(Assignment assignment, View view) {
      code = assignment.dossier.code();
      version = view.version();
      markable = MarkableDossier.of(assignment.dossier);
      view.marks().forEach(m -> marks.put(new Cell(m.initiative(), m.criterion()), m));
      view.comments()
          .forEach(c -> comments.put(c.initiative(), Comment.of(c.text(), c.audience())));
      overall = Comment.of(view.overallComment(), view.overallAudience());
    }

    boolean isChanged() {
      return !newMarks.isEmpty() || !newComments.isEmpty() || newOverall != null;
    }

    Content content() {
      return newOverall == null
          ? new Content(newMarks, newComments, null, null)
          : new Content(newMarks, newComments, newOverall.text(), newOverall.audience());
    }

    Done line(Line line) {
      Integer initiative = line.whole("initiative");
      String criterion = line.textOrNull("criterion");
      String subject =
          code
              + (initiative == null ? "" : "/" + initiative)
              + (criterion == null ? "" : "/" + criterion);
      if (!seen.add(subject)) {
        throw line.unusable(
            criterion == null ? "initiative" : "criterion", CommonRule.LINE_TWICE, subject);
      }
      if (criterion != null) {
        if (!line.text("comment").isBlank()) {
          throw line.unusable("comment", ScoreSheetRule.COMMENT_ON_ITS_OWN_LINE);
        }
        return new Done(mark(line, initiative, criterion), subject, List.of());
      }
      if (!line.text("value").isBlank() || !line.text("state").isBlank()) {
        throw line.unusable("criterion", ScoreSheetRule.MARK_WITHOUT_CRITERION);
      }
      String text = Typed.lines(line.text("comment"));
      int longest =
          initiative == null ? ScoreSheetApi.LONGEST_OVERALL : ScoreSheetApi.LONGEST_COMMENT;
      if (text.length() > longest) {
        throw line.wrong(
            Draft.at("/comment", CommonRule.CONSTRAINT, text.length() + " > " + longest));
      }
      if (text.isBlank()) {
        // an empty line of the template must not erase a comment
        return Done.unchanged(subject);
      }
      Audience audience = line.one("audience", Audience.class);
      return new Done(
          initiative == null ? overall(text, audience) : comment(initiative, text, audience),
          subject,
          List.of());
    }

    private Outcome mark(Line line, @Nullable Integer initiative, String criterion) {
      if (initiative == null) {
        throw line.unusable("initiative", CommonRule.CELL_REQUIRED);
      }
      MarkEntry entry =
          new MarkEntry(
              initiative, criterion, line.decimal("value"), line.one("state", State.class));
      Refusal.ofBody(inTheLine(markable.violations(List.of(entry), true)));
      MarkEntry before = marks.get(new Cell(initiative, criterion));
      boolean none = entry.value() == null && entry.state() == null;
      if (before == null ? none : isSame(entry, before)) {
        return Outcome.UNCHANGED;
      }
      newMarks.add(entry);
      return before == null ? Outcome.CREATED : Outcome.CHANGED;
    }

    private static boolean isSame(MarkEntry a, MarkEntry b) {
      return stated(a) == stated(b) && isSame(a.value(), b.value());
    }

    private static @Nullable State stated(MarkEntry entry) {
      return entry.value() != null ? State.MARKED : entry.state();
    }

    private static boolean isSame(@Nullable BigDecimal a, @Nullable BigDecimal b) {
      return a == null || b == null ? a == b : a.compareTo(b) == 0;
    }

    private Outcome comment(int initiative, String text, @Nullable Audience audience) {
      Comment before = comments.getOrDefault(initiative, SheetDocument.EMPTY.overall());
      Comment now = after(before, text, audience);
      CommentEntry entry = new CommentEntry(initiative, now.text(), now.audience());
      Refusal.ofBody(inTheLine(markable.commentViolations(List.of(entry))));
      if (before.equals(now)) {
        return Outcome.UNCHANGED;
      }
      newComments.add(entry);
      return before.text().isEmpty() ? Outcome.CREATED : Outcome.CHANGED;
    }

    private Outcome overall(String text, @Nullable Audience audience) {
      Comment now = after(overall, text, audience);
      if (overall.equals(now)) {
        return Outcome.UNCHANGED;
      }
      newOverall = now;
      return overall.text().isEmpty() ? Outcome.CREATED : Outcome.CHANGED;
    }

    /** A text that has changed goes to the jury only, unless the line says otherwise. */
    private static Comment after(Comment before, String text, @Nullable Audience audience) {
      boolean isSame = audience == null && before.text().equals(text);
      return isSame ? before : Comment.of(text, audience);
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
}
