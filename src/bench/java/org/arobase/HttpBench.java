package org.arobase;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a request costs. Starts the packaged application on its embedded database with a sample
 * edition, sends fixed numbers of requests over one and eight connections, in interleaved rounds,
 * and prints the medians: requests a second, latency, and processor time a request of application
 * and database together. The floor is an answer that computes nothing, in the same run.
 *
 * <pre>
 * ./mvnw -DskipTests package
 * java src/bench/java/org/arobase/HttpBench.java [quarkus-run.jar [dossiers [initiatives]]]
 * </pre>
 */
public final class HttpBench {
  private static final int ROUNDS = 5;
  private static final int REQUESTS = 120;
  private static final int WARM_UP = 250;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String api;
  private final Process server;
  private final Path home;

  /** A request, repeated. */
  private record Job(String name, Call call) {}

  private interface Call {
    int send() throws IOException, InterruptedException;
  }

  private record Round(double perSecond, double cpuMillis, double p50, double p99) {}

  private HttpBench(Process server, int port, Path home) {
    this.server = server;
    this.home = home;
    this.api = "http://localhost:" + port + "/api/v1";
  }

  public static void main(String[] arguments) throws Exception {
    String jar = argument(arguments, 0, "target/quarkus-app/quarkus-run.jar");
    String dossiers = argument(arguments, 1, "300");
    String initiatives = argument(arguments, 2, "45");
    Path home = Files.createTempDirectory("arobase-bench");
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder start =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"), "-Xmx1g", "-jar", jar);
    start
        .environment()
        .putAll(
            Map.of(
                "AROBASE_HOME",
                home.toString(),
                "AROBASE_SAMPLE_DOSSIERS",
                dossiers,
                "AROBASE_SAMPLE_INITIATIVES",
                initiatives,
                "QUARKUS_HTTP_PORT",
                String.valueOf(port)));
    start.redirectErrorStream(true).redirectOutput(home.resolve("server.log").toFile());
    Process server = start.start();
    try {
      new HttpBench(server, port, home).run(dossiers + " dossiers x " + initiatives);
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static String argument(String[] arguments, int place, String otherwise) {
    return arguments.length > place ? arguments[place] : otherwise;
  }

  private void run(String size) throws Exception {
    long begin = System.nanoTime();
    awaitReady();
    System.out.printf("%s; first start %.1f s%n", size, (System.nanoTime() - begin) / 1e9);
    List<Job> jobs = jobs();
    for (Job job : jobs) {
      rate(job, 8, WARM_UP);
    }
    Map<String, List<Round>> rounds = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Job job : jobs) {
        for (int connections : new int[] {1, 8}) {
          rounds
              .computeIfAbsent(job.name + " | " + connections, name -> new ArrayList<>())
              .add(rate(job, connections, REQUESTS));
        }
      }
    }
    print(rounds);
  }

  private void print(Map<String, List<Round>> rounds) throws IOException {
    System.out.println("| job | connections | requests/s | CPU ms | p50 ms | p99 ms |");
    System.out.println("|---|---|---|---|---|---|");
    List<String> json = new ArrayList<>();
    rounds.forEach(
        (name, all) -> {
          double rate = median(all.stream().mapToDouble(Round::perSecond).toArray());
          double cpu = median(all.stream().mapToDouble(Round::cpuMillis).toArray());
          double p50 = median(all.stream().mapToDouble(Round::p50).toArray());
          double p99 = median(all.stream().mapToDouble(Round::p99).toArray());
          System.out.printf(
              Locale.ROOT, "| %s | %.0f | %.2f | %.2f | %.2f |%n", name, rate, cpu, p50, p99);
          json.add(
              String.format(
                  Locale.ROOT,
                  "{\"job\":\"%s\",\"perSecond\":%.1f,\"cpuMs\":%.3f,\"p50\":%.3f,\"p99\":%.3f}",
                  name,
                  rate,
                  cpu,
                  p50,
                  p99));
        });
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/http-bench.json"), "[" + String.join(",\n", json) + "]\n");
  }

  private List<Job> jobs() throws Exception {
    String president = token("president");
    String juror = token("juror1");
    String board = api + "/editions/2020/ratings?limit=500";
    String sheet = api + "/editions/2020/dossiers/78138/score-sheets/me";
    HttpResponse<String> first = text(get(board, president));
    String etag = first.headers().firstValue("ETag").orElse("\"none\"");
    List<Job> jobs = new ArrayList<>();
    jobs.add(
        new Job(
            "floor: health", () -> status(get(api.replace("/api/v1", "/q/health/live"), null))));
    jobs.add(new Job("me", () -> status(get(api + "/me", juror))));
    jobs.add(new Job("board", () -> status(get(board, president))));
    jobs.add(
        new Job(
            "board, known ETag",
            () -> status(builder(board, president).header("If-None-Match", etag).GET().build())));
    jobs.add(
        new Job("explanation", () -> status(get(api + "/editions/2020/ratings/78138", president))));
    jobs.add(new Job("dossier", () -> status(get(api + "/editions/2020/dossiers/78138", juror))));
    jobs.add(new Job("sheet, read", () -> status(get(sheet, juror))));
    jobs.add(new Job("worklist", () -> status(get(api + "/me/score-sheets?edition=2020", juror))));
    jobs.addAll(writes(sheet, juror));
    return jobs;
  }

  /** Each write names the version that the one before has left; one connection at a time. */
  private List<Job> writes(String sheet, String juror) throws Exception {
    String[] tag = {text(get(sheet, juror)).headers().firstValue("ETag").orElseThrow()};
    int[] value = {0};
    Call autosave =
        () -> {
          synchronized (tag) {
            value[0] = (value[0] + 1) % 6;
            String mark =
                "{\"marks\":[{\"initiative\":1,\"criterion\":\"utility\",\"value\":"
                    + value[0]
                    + "}]}";
            HttpRequest patch =
                builder(sheet, juror)
                    .header("If-Match", tag[0])
                    .header("Content-Type", "application/json")
                    .method("PATCH", BodyPublishers.ofString(mark))
                    .build();
            HttpResponse<String> answer = text(patch);
            tag[0] = answer.headers().firstValue("ETag").orElseThrow();
            return answer.statusCode();
          }
        };
    return List.of(new Job("autosave of one mark", autosave));
  }

  private Round rate(Job job, int connections, int requests) throws Exception {
    double[] latencies = new double[requests];
    ExecutorService pool = Executors.newFixedThreadPool(connections);
    double cpu = cpuMillis();
    long begin = System.nanoTime();
    List<Future<?>> running = new ArrayList<>();
    for (int c = 0; c < connections; c++) {
      int from = c;
      running.add(
          pool.submit(
              () -> {
                for (int n = from; n < requests; n += connections) {
                  long sent = System.nanoTime();
                  int status = job.call.send();
                  latencies[n] = (System.nanoTime() - sent) / 1e6;
                  if (status != 200 && status != 304) {
                    throw new IllegalStateException(job.name + " gave " + status);
                  }
                }
                return null;
              }));
    }
    for (Future<?> one : running) {
      one.get();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    double used = cpuMillis() - cpu;
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    Arrays.sort(latencies);
    return new Round(
        requests / seconds,
        used / requests,
        latencies[requests / 2],
        latencies[requests * 99 / 100]);
  }

  /** Processor time of the application and of the database that it has started. */
  private double cpuMillis() {
    return Stream.concat(Stream.of(server.toHandle()), server.descendants())
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .mapToLong(Duration::toMillis)
        .sum();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private void awaitReady() throws Exception {
    for (int tries = 0; tries < 600; tries++) {
      try {
        if (status(get(api.replace("/api/v1", "/q/health/ready"), null)) == 200
            && Files.exists(home.resolve("accounts.txt"))) {
          return;
        }
      } catch (IOException notYet) {
        // the server is still starting
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("The server does not start; see " + home + "/server.log");
  }

  private String token(String user) throws Exception {
    String password =
        Files.readAllLines(home.resolve("accounts.txt")).stream()
            .filter(line -> line.startsWith(user + " "))
            .map(line -> line.split(" ")[1])
            .findFirst()
            .orElseThrow();
    String body = "{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}";
    HttpRequest request =
        builder(api + "/auth/token", null)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    Matcher token = Pattern.compile("\"accessToken\":\"([^\"]*)\"").matcher(text(request).body());
    if (!token.find()) {
      throw new IllegalStateException(user + " cannot sign in");
    }
    return token.group(1);
  }

  private static HttpRequest get(String uri, String token) {
    return builder(uri, token).GET().build();
  }

  private static HttpRequest.Builder builder(String uri, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> text(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  private int status(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofByteArray()).statusCode();
  }
}
