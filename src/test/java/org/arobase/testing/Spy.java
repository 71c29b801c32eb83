package org.arobase.testing;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.testing.Contract.Operation;
import org.arobase.testing.Wire.Sent;

/** Reads everything that one user may read of an edition, and finds what an attacker looks for. */
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
      if (reads && asked.matcher(operation.path()).find()) {
        for (String address : addresses(operation, year, dossiers)) {
          answers.put(address, ask(user, address));
        }
      }
    }
    return answers;
  }

  private static Set<String> addresses(Operation operation, int year, Collection<String> dossiers) {
    return dossiers.stream()
        .map(code -> operation.address(year, code, "me"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String ask(String user, String path) throws IOException {
    HttpResponse<String> answer = Wire.send(user, new Sent("GET", path, ""));
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return answer.statusCode() + " " + headers + " " + answer.body();
  }

  /** All numbers with two digits or more behind the point, sorted. */
  public static double[] fractions(Collection<String> answers) {
    return found(FRACTION, answers).mapToDouble(Double::parseDouble).distinct().sorted().toArray();
  }

  /** All texts that look like a hash or a secret. */
  public static List<String> hashes(Collection<String> answers) {
    return found(HASH, answers).distinct().toList();
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

  private static Stream<String> found(Pattern pattern, Collection<String> answers) {
    return answers.stream()
        .flatMap(answer -> pattern.matcher(answer).results().map(MatchResult::group));
  }
}
