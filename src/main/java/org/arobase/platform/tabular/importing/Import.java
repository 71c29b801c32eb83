package org.arobase.platform.tabular.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.arobase.platform.language.Messages;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.platform.tabular.importing.ImportApi.FieldChange;
import org.arobase.platform.tabular.importing.ImportApi.LineView;
import org.arobase.platform.tabular.importing.ImportApi.Outcome;
import org.arobase.platform.tabular.importing.ImportApi.Result;
import org.arobase.platform.tabular.importing.ImportApi.Tag;
import org.jspecify.annotations.Nullable;

/** One reading of a file, line by line, with the outcome of each line. */
public final class Import {
  private static final int MOST_TOLD = 1000;
  private static final int MOST_CHANGED = 20_000;

  private final List<Read> read = new ArrayList<>();

  /** The violations of each wrong line, by its index in {@link #read}. */
  private final Map<Integer, List<Draft>> wrong = new HashMap<>();

  private final List<Tag> tags = new ArrayList<>();
  private int told;
  private int changed;
  private int faults;

  /**
   * The outcome of a line.
   *
   * @param subject what the line is about, for example {@code 78138/3}
   * @param changes the values that it changes; empty when it makes something new
   */
  public record Done(Outcome outcome, String subject, List<FieldChange> changes) {
    /** A line that makes something new. */
    public static Done created(String subject) {
      return new Done(Outcome.CREATED, subject, List.of());
    }

    /** A line about something that exists; without changes it is unchanged. */
    public static Done changed(String subject, List<FieldChange> changes) {
      return new Done(changes.isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED, subject, changes);
    }

    /** A line that changes nothing. */
    public static Done unchanged(String subject) {
      return changed(subject, List.of());
    }
  }

  private record Read(int line, Done done) {}

  private static final Done NOTHING = new Done(Outcome.REFUSED, "", List.of());

  /**
   * Reads a file to its end, even when lines are wrong.
   *
   * @param each applies a line; its refusals with 422 are recorded as violations of the line
   * @throws Refusal 400 when the file as a whole cannot be read
   */
  public static Import of(Upload upload, Columns columns, Function<Line, Done> each) {
    Import result = new Import();
    upload.lines(columns, line -> result.add(line, each));
    return result;
  }

  private void add(Line line, Function<Line, Done> each) {
    if (read.size() >= Header.MOST_LINES) {
      throw Columns.unreadable(CommonRule.TOO_MANY_LINES, Header.MOST_LINES);
    }
    int place = read.size();
    read.add(new Read(line.number(), NOTHING));
    try {
      read.set(place, new Read(line.number(), told(each.apply(line))));
    } catch (Line.Unusable e) {
      refuse(place, List.of(e.why()));
    } catch (Refusal e) {
      if (e.problem() != CommonProblem.INVALID_BODY) {
        throw e;
      }
      refuse(place, e.violations());
    }
  }

  /** Keeps the changes of so many lines only, or a long file would not fit into memory. */
  private Done told(Done done) {
    if (done.changes().isEmpty() || ++changed <= MOST_CHANGED) {
      return done;
    }
    return new Done(done.outcome(), done.subject(), List.of());
  }

  /** Keeps the violations of a line, up to {@link #MOST_TOLD} in all. */
  private void refuse(int place, List<Draft> why) {
    int room = Math.max(0, MOST_TOLD - told);
    List<Draft> kept = List.copyOf(why.subList(0, Math.min(room, why.size())));
    told += kept.size();
    faults += why.size();
    wrong.put(place, kept);
  }

  /** Whether anything is wrong with any line. */
  public boolean isWrong() {
    return !wrong.isEmpty();
  }

  /** Tells the ETag of something that the file names. */
  public void tag(String subject, String etag) {
    tags.add(new Tag(subject, etag));
  }

  /** Whether any line makes or changes something. */
  public boolean isChange() {
    return read.stream()
        .map(line -> line.done().outcome())
        .anyMatch(outcome -> outcome == Outcome.CREATED || outcome == Outcome.CHANGED);
  }

  /**
   * Lets the transaction go on only when no line is wrong.
   *
   * @throws Refusal 422 with at most 1,000 violations
   */
  public Import requireRight() {
    List<Draft> all = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      int line = read.get(i).line();
      for (Draft draft : wrong.getOrDefault(i, List.of())) {
        Map<String, Object> facts = new HashMap<>(draft.context());
        facts.put("line", line);
        all.add(new Draft("/" + i + draft.pointer(), draft.rule(), draft.arguments(), facts));
      }
    }
    if (isWrong()) {
      throw new Refusal(CommonProblem.INVALID_BODY, all, faults);
    }
    return this;
  }

  /** The answer, in one language. */
  public Result result(boolean dryRun, Messages messages) {
    List<LineView> lines = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      lines.add(view(read.get(i), wrong.get(i), messages));
    }
    return new Result(
        dryRun,
        lines.size(),
        count(lines, Outcome.CREATED),
        count(lines, Outcome.CHANGED),
        count(lines, Outcome.UNCHANGED),
        count(lines, Outcome.BLOCKED),
        count(lines, Outcome.REFUSED),
        lines,
        dryRun || tags.isEmpty() ? null : tags);
  }

  private LineView view(Read r, @Nullable List<Draft> why, Messages messages) {
    String subject = r.done().subject();
    if (why != null) {
      List<Violation> violations = why.stream().map(draft -> draft.in(messages)).toList();
      return new LineView(r.line(), Outcome.REFUSED, subject, null, violations);
    }
    List<FieldChange> changes = r.done().changes().isEmpty() ? null : r.done().changes();
    return new LineView(r.line(), outcome(r.done()), subject, changes, null);
  }

  /** Nothing is written when a line is wrong, so no other line is called created or changed. */
  private Outcome outcome(Done done) {
    return isWrong() && done.outcome() != Outcome.UNCHANGED ? Outcome.BLOCKED : done.outcome();
  }

  private static int count(List<LineView> lines, Outcome outcome) {
    return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
  }
}
