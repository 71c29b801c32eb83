package verifier;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Compares the published levels with those computed from the marks. */
final class Awards {
  private final Palmares palmares;
  private final Map<String, Integer> published = new TreeMap<>();

  /**
   * @param marks anonymised marks
   * @throws Rejected when they do not belong to the palmarès
   */
  Awards(Marks marks, Palmares palmares) {
    Rejected.unless(
        Objects.equals(marks.content.get("resultsHash"), palmares.content.get("resultsHash")),
        "The marks belong to other results than the palmarès, or to another version of them");
    this.palmares = palmares;
    for (Object label : palmares.labels()) {
      Map<String, Object> said = Json.object(label);
      published.put(Json.text(said.get("code")), Json.integer(said.get("level")));
    }
  }

  /**
   * Reports the levels published as computed, and those that the jury decided otherwise.
   *
   * @throws Rejected when the dossiers with marks are not exactly the published ones
   */
  void compare(List<Level> levels, PrintStream out) {
    Rejected.unless(
        levels.stream().map(Level::code).sorted().toList().equals(List.copyOf(published.keySet())),
        "The dossiers with marks are not those of the palmarès");
    List<String> otherwise = new ArrayList<>();
    for (Level level : levels) {
      Integer award = published.get(level.code());
      if (!award.equals(level.level())) {
        otherwise.add(level.code() + " " + level.level() + " → " + award);
      }
    }
    out.printf(
        "PUBLISHED: palmarès %d, version %d: %d levels as the marks give, %d decided otherwise%s%n",
        palmares.year(),
        palmares.version(),
        levels.size() - otherwise.size(),
        otherwise.size(),
        otherwise.isEmpty() ? "" : " (" + String.join(", ", otherwise) + ")");
  }
}
