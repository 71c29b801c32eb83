package org.arobase;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the time of an answer tells what the answer hides. Starts the packaged application with
 * its sample edition and sends pairs of requests, in random order, that differ in one hidden thing
 * only. Prints Welch's t of the times below the ninth decile; with |t| under 4.5 nothing is to be
 * seen (the threshold of TVLA). Both answers of a pair must have the same status and type.
 *
 * <pre>
 * ./mvnw -DskipTests package
 * java src/bench/java/org/arobase/TimingAttack.java [quarkus-run.jar [pairs [sign-ins [part of a name]]]]
 * </pre>
 */
public final class TimingAttack {
  private static final double THRESHOLD = 4.5;
  private static final double KEPT = 0.9;
  private static final int WARM_UP = 2000;
  private static final int GUESSES_OF_A_USER = 5;

  private final int port;
  private final Path home;
  private final String only;
  private final Random random = new Random(45);

  /**
   * @param only measures only what has this in its name
   */
  private TimingAttack(int port, Path home, String only) {
    this.only = only;
    this.port = port;
    this.home = home;
  }

  /** A connection that stays open. */
  private final class Line implements AutoCloseable {
    private final Socket socket = new Socket();
    private final InputStream in;

    /**
     * @param from the last three numbers of the address of this machine that it comes from
     */
    Line(int from) throws IOException {
      String address = "127." + (from >> 16) + "." + (from >> 8 & 255) + "." + (from & 255);
      socket.bind(new InetSocketAddress(address, 0));
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      in = new BufferedInputStream(socket.getInputStream());
    }

    String send(String request) throws IOException {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("The connection was closed after " + head);
        }
        head.append((char) next);
      }
      Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
      int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
      return head + new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static String request(String method, String path, String token, String body) {
    return method
        + " /api/v1"
        + path
        + " HTTP/1.1\r\nHost: localhost\r\n"
        + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
        + (body.isEmpty() ? "" : "Content-Type: application/json\r\n")
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  public static void main(String[] arguments) throws Exception {
    String jar = arguments.length > 0 ? arguments[0] : "target/quarkus-app/quarkus-run.jar";
    int pairs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
    int signIns = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000;
    Path home = Files.createTempDirectory("arobase-timing");
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder start = new ProcessBuilder("java", "-Xmx1g", "-jar", jar);
    start
        .environment()
        .putAll(Map.of("AROBASE_HOME", home.toString(), "QUARKUS_HTTP_PORT", String.valueOf(port)));
    start.redirectErrorStream(true).redirectOutput(home.resolve("server.log").toFile());
    Process server = start.start();
    try {
      new TimingAttack(port, home, arguments.length > 3 ? arguments[3] : "").run(pairs, signIns);
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private void run(int pairs, int signIns) throws Exception {
    awaitReady();
    String juror = token("juror1");
    String secretariat = token("secretariat");
    String president = token("president");
    String edition = "/editions/2020";
    String dossiers = ask("/editions/2020/dossiers?limit=200", secretariat);
    String mine = ask("/me/score-sheets?edition=2020", juror);
    List<String> codes = all(dossiers, "\"authority\":\\{\"code\":\"([0-9A-Z]+)\"");
    codes = codes.isEmpty() ? all(dossiers, "\"code\":\"([0-9A-Z]+)\"") : codes;
    String foreign = codes.stream().filter(code -> !mine.contains(code)).findFirst().orElseThrow();
    String hidden = codes.stream().filter(code -> !code.equals(foreign)).findFirst().orElseThrow();
    post(
        edition + "/recusals",
        secretariat,
        "{\"juror\":\"president\",\"authority\":\"" + hidden + "\",\"reason\":\"Lien\"}");
    String log = "";
    String next = "";
    do {
      String page = ask("/audit?edition=2020&limit=200" + next, secretariat);
      log += page;
      List<String> cursor = all(page, "\"nextCursor\":\"([^\"]+)\"");
      next = cursor.isEmpty() ? "" : "&cursor=" + cursor.get(0);
    } while (!next.isEmpty());
    List<String> numbers = all(log, "\"number\":(\\d+)[^{}]*" + hidden);
    System.out.printf("foreign %s, hidden %s, %d hidden events%n", foreign, hidden, numbers.size());
    measure(
        "a juror's colleague's dossier | no dossier",
        pairs,
        request("GET", edition + "/dossiers/" + foreign, juror, ""),
        request("GET", edition + "/dossiers/99999", juror, ""));
    measure(
        "initiatives of a foreign dossier | of none",
        pairs,
        request("GET", edition + "/dossiers/" + foreign + "/initiatives", juror, ""),
        request("GET", edition + "/dossiers/99999/initiatives", juror, ""));
    measure(
        "a colleague's sheet | no sheet",
        pairs,
        request("GET", edition + "/dossiers/78138/score-sheets/juror2", juror, ""),
        request("GET", edition + "/dossiers/78138/score-sheets/juror6", juror, ""));
    measure(
        "a foreign dossier's rating | none's",
        pairs,
        request("GET", edition + "/ratings/" + foreign, juror, ""),
        request("GET", edition + "/ratings/99999", juror, ""));
    measure(
        "another's recusal | no recusal",
        pairs,
        request("GET", edition + "/recusals/" + recusal(secretariat), juror, ""),
        request("GET", edition + "/recusals/999999999", juror, ""));
    list("dossiers after a foreign one | after none", pairs, edition + "/dossiers", foreign, juror);
    list("dossiers after a hidden one | none", pairs, edition + "/dossiers", hidden, president);
    list("the board after a hidden one | none", pairs, edition + "/ratings", hidden, president);
    String apart =
        codes.stream()
            .filter(code -> !mine.contains("\"dossier\":\"" + code.substring(0, 2)))
            .findFirst()
            .orElseThrow();
    measure(
        "dossiers of a foreign département | of none",
        pairs,
        request("GET", edition + "/dossiers?department=" + apart.substring(0, 2), juror, ""),
        request("GET", edition + "/dossiers?department=976", juror, ""));
    if (!numbers.isEmpty()) {
      measure(
          "the proof of a hidden event | of none",
          pairs,
          request("GET", "/audit/events/" + numbers.get(0) + "/inclusion", president, ""),
          request("GET", "/audit/events/999999999/inclusion", president, ""));
    }
    signIns(signIns);
  }

  /**
   * A list that begins after a dossier that the caller may not see, or after a code beside it.
   *
   * @param list its address, without parameters
   */
  private void list(String name, int pairs, String list, String hidden, String token)
      throws IOException {
    measure(
        name,
        pairs,
        request("GET", list + "?limit=2&cursor=" + cursor(hidden), token, ""),
        request("GET", list + "?limit=2&cursor=" + cursor(hidden + "0"), token, ""));
  }

  private static String cursor(String code) {
    byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String recusal(String secretariat) throws IOException, InterruptedException {
    return all(ask("/editions/2020/recusals", secretariat), "\"id\":(\\d+)").get(0);
  }

  private static List<String> all(String text, String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private void measure(String name, int pairs, String first, String second) throws IOException {
    if (!name.contains(only)) {
      return;
    }
    double[][] times = new double[2][pairs];
    try (Line line = new Line(1)) {
      for (int i = 0; i < WARM_UP; i++) {
        line.send(i % 2 == 0 ? first : second);
      }
      requireAlike(name, line.send(first), line.send(second));
      for (int i = 0; i < pairs; i++) {
        measure(line, first, second, times, i);
      }
    }
    tell(name, times[0], times[1]);
  }

  /** Sends the two requests of a pair in an order by chance. */
  private void measure(Line line, String first, String second, double[][] times, int pair)
      throws IOException {
    boolean swapped = random.nextBoolean();
    times[swapped ? 1 : 0][pair] = time(line, swapped ? second : first);
    times[swapped ? 0 : 1][pair] = time(line, swapped ? first : second);
  }

  /** The number of guesses is limited by address and user: each few come from another address. */
  private void signIns(int pairs) throws IOException {
    double[][] times = new double[2][pairs];
    Line line = new Line(2);
    for (int i = 0; i < pairs; i++) {
      if (i % GUESSES_OF_A_USER == 0) {
        line.close();
        line = new Line(100 + i);
      }
      measure(line, signIn("juror3", i), signIn("jurorX", i), times, i);
    }
    line.close();
    tell("a wrong password | no such user", times[0], times[1]);
  }

  private static String signIn(String user, int guess) {
    return request(
        "POST",
        "/auth/token",
        "",
        "{\"username\":\"" + user + "\",\"password\":\"guess" + guess + "\"}");
  }

  private static double time(Line line, String request) throws IOException {
    long begin = System.nanoTime();
    line.send(request);
    return (System.nanoTime() - begin) / 1e3;
  }

  private static void requireAlike(String name, String first, String second) {
    String pattern = "^HTTP/1.1 (\\d+)|\"type\":\"([^\"]+)\"";
    String one =
        Pattern.compile(pattern).matcher(first).results().map(m -> m.group()).toList() + "";
    String two =
        Pattern.compile(pattern).matcher(second).results().map(m -> m.group()).toList() + "";
    if (!one.equals(two)) {
      throw new IllegalStateException(name + ": " + one + " " + two);
    }
  }

  private static void tell(String name, double[] first, double[] second) {
    double[] a = low(first);
    double[] b = low(second);
    double t = (mean(a) - mean(b)) / Math.sqrt(variance(a) / a.length + variance(b) / b.length);
    System.out.printf(
        Locale.ROOT,
        "| %-45s | %6d | %8.1f | %8.1f | %6.2f | %s |%n",
        name,
        first.length,
        mean(a),
        mean(b),
        t,
        Math.abs(t) < THRESHOLD ? "nothing" : "SEEN");
  }

  private static double[] low(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return Arrays.copyOf(sorted, (int) (sorted.length * KEPT));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }

  private String ask(String path, String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
            .header("Authorization", "Bearer " + token)
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private String post(String path, String token, String body) throws IOException {
    try (Line line = new Line(1)) {
      return line.send(request("POST", path, token, body));
    }
  }

  private String token(String user) throws IOException {
    for (String account : Files.readAllLines(home.resolve("accounts.txt"))) {
      String[] parts = account.split(" ");
      if (parts[0].equals(user)) {
        String body = "{\"username\":\"" + user + "\",\"password\":\"" + parts[1] + "\"}";
        return all(post("/auth/token", "", body), "\"accessToken\":\"([^\"]+)\"").get(0);
      }
    }
    throw new IllegalStateException("No account " + user);
  }

  private void awaitReady() throws Exception {
    for (int look = 0; look < 240; look++) {
      try (Line line = new Line(1)) {
        if (line.send("GET /q/health/ready HTTP/1.1\r\nHost: a\r\n\r\n")
            .startsWith("HTTP/1.1 200")) {
          return;
        }
      } catch (IOException e) {
        // not yet
      }
      Thread.sleep(500);
    }
    throw new IllegalStateException("The server does not start");
  }
}
