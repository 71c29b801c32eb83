package org.arobase.platform.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.arobase.platform.language.Messages;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.platform.tabular.ImportApi.LineView;
import org.arobase.platform.tabular.ImportApi.Outcome;
import org.arobase.platform.tabular.ImportApi.Result;

/** One reading of a file, line by line, and what became of each. */
public final class Import {
  private static final int MOST_TOLD = 1000;

  private final List<Read> read = new ArrayList<>();
  private final Map<Integer, List<Draft>> wrong = new HashMap<>();

  /**
   * What became of a line.
   *
   * @param subject what it is about
   */
  public record Done(Outcome outcome, String subject) {}

  private record Read(int line, Done done) {}

  private static final Done NOTHING = new Done(Outcome.REFUSED, "");

  /**
   * Reads a file to its end, whatever is wrong with its lines.
   *
   * @param each does what a line says; what it refuses is told of the line
   * @throws Refusal 400 when the file as a whole cannot be read
   */
  public static Import of(Upload upload, Columns columns, Function<Line, Done> each) {
    Import result = new Import();
    upload.lines(
        columns, line -> result.read.add(new Read(line.number(), result.tried(line, each))));
    return result;
  }

  private Done tried(Line line, Function<Line, Done> each) {
    try {
      return each.apply(line);
    } catch (Line.Unusable e) {
      refuse(line.number(), List.of(e.why()));
    } catch (Refusal e) {
      if (e.problem() != Problem.INVALID_BODY) {
        throw e;
      }
      refuse(line.number(), e.violations());
    }
    return NOTHING;
  }

  /** Says afterwards that something is wrong with a line. */
  public void refuse(int line, List<Draft> why) {
    wrong.computeIfAbsent(line, key -> new ArrayList<>()).addAll(why);
  }

  /** Whether anything is wrong with any line. */
  public boolean isWrong() {
    return !wrong.isEmpty();
  }

  /**
   * Lets the transaction go on only when nothing is wrong with any line.
   *
   * @throws Refusal 422 with what is wrong, at most a thousand times
   */
  public Import requireRight() {
    List<Draft> all = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      int line = read.get(i).line();
      for (Draft draft : wrong.getOrDefault(line, List.of())) {
        Map<String, Object> facts = new HashMap<>(draft.context());
        facts.put("line", line);
        all.add(new Draft("/" + i + draft.pointer(), draft.rule(), draft.arguments(), facts));
      }
    }
    if (!all.isEmpty()) {
      throw new Refusal(Problem.INVALID_BODY, all.stream().limit(MOST_TOLD).toList(), all.size());
    }
    return this;
  }

  /** What to answer, in a language. */
  public Result result(boolean dryRun, Messages messages) {
    List<LineView> lines = read.stream().map(r -> view(r, messages)).toList();
    return new Result(
        dryRun,
        lines.size(),
        count(lines, Outcome.CREATED),
        count(lines, Outcome.CHANGED),
        count(lines, Outcome.UNCHANGED),
        count(lines, Outcome.REFUSED),
        lines);
  }

  private LineView view(Read r, Messages messages) {
    List<Draft> why = wrong.get(r.line());
    return why == null
        ? new LineView(r.line(), r.done().outcome(), r.done().subject(), null)
        : new LineView(
            r.line(),
            Outcome.REFUSED,
            r.done().subject(),
            why.stream().map(draft -> draft.in(messages)).toList());
  }

  private static int count(List<LineView> lines, Outcome outcome) {
    return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
  }
}
