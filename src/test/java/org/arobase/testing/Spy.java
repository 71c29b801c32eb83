package org.arobase.testing;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.arobase.testing.Contract.Operation;
import org.arobase.testing.Wire.Sent;

/** Everything that one user may read of an edition: the material of somebody who wants more. */
public final class Spy {
  private static final Pattern FRACTION = Pattern.compile("\\d\\.\\d{2,}(E-?\\d+)?");
  private static final Pattern NUMBER = Pattern.compile("\"(\\w+)\":(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{32,}|[A-Za-z0-9+/_-]{43}=?");

  private Spy() {}

  /**
   * The user's answers with status, headers and body, by address, except those of streams.
   *
   * @param dossiers codes to ask about
   * @param asked the operations to ask, by their path
   */
  public static Map<String, String> read(
      String user, int year, Collection<String> dossiers, Pattern asked) throws IOException {
    Map<String, String> answers = new TreeMap<>();
    for (Operation operation : Contract.operations()) {
      boolean reads = operation.method().equals("GET") && !operation.path().endsWith("/stream");
      if (!reads || !asked.matcher(operation.path()).find()) {
        continue;
      }
      for (String path : addresses(operation, year, dossiers)) {
        answers.put(path, ask(user, path));
      }
    }
    return answers;
  }

  private static List<String> addresses(
      Operation operation, int year, Collection<String> dossiers) {
    String path =
        operation
            .path()
            .replace("{year}", String.valueOf(year))
            .replace("{juror}", "me")
            .replace("{member}", "juror1")
            .replace("{id}", "sample-framework-2020");
    String whole = operation.parameters().contains("edition") ? path + "?edition=" + year : path;
    Stream<String> each =
        path.contains("{code}")
            ? dossiers.stream().map(code -> whole.replace("{code}", code))
            : Stream.of(whole);
    return each.map(p -> p.replaceAll("\\{[a-z]+}", "1")).toList();
  }

  private static String ask(String user, String path) throws IOException {
    HttpResponse<String> answer = Wire.send(user, new Sent("GET", path, ""));
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return answer.statusCode() + " " + headers + " " + answer.body();
  }

  /** All numbers with two digits or more behind the point, sorted. */
  public static double[] fractions(Map<String, String> answers) {
    return found(FRACTION, answers).stream()
        .mapToDouble(Double::parseDouble)
        .distinct()
        .sorted()
        .toArray();
  }

  /** All texts that look like a hash or a secret. */
  public static List<String> hashes(Map<String, String> answers) {
    return found(HASH, answers).stream().distinct().toList();
  }

  /**
   * What somebody who counts would see: by answer its size without times and hashes, how often each
   * word is in it, and the sum of each property that is a number.
   */
  public static Map<String, Double> counts(Map<String, String> answers) {
    Map<String, Double> counts = new TreeMap<>();
    answers.forEach(
        (path, answer) -> {
          String plain = HASH.matcher(TIME.matcher(answer).replaceAll("")).replaceAll("");
          counts.put(path + " size", (double) plain.length());
          WORD.matcher(plain)
              .results()
              .forEach(word -> counts.merge(path + " " + word.group(), 1.0, Double::sum));
          NUMBER
              .matcher(plain)
              .results()
              .forEach(
                  number ->
                      counts.merge(
                          path + " sum of " + number.group(1),
                          Double.parseDouble(number.group(2)),
                          Double::sum));
        });
    return counts;
  }

  private static List<String> found(Pattern pattern, Map<String, String> answers) {
    List<String> found = new ArrayList<>();
    answers
        .values()
        .forEach(
            answer ->
                pattern.matcher(answer).results().map(MatchResult::group).forEach(found::add));
    return found;
  }
}
