package org.arobase;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.arobase.testing.Server;
import org.arobase.testing.TestEdition;
import org.arobase.testing.Wire;
import org.arobase.testing.Wire.Sent;

/**
 * A juror who writes one mark after another without a pause, and sometimes declares a recusal. A
 * request that gets no answer, or a 503, is sent again unchanged until it gets one.
 */
final class WritingJuror implements Runnable {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int STALE = 412;
  private static final Set<Integer> AGAIN = Set.of(503);
  private static final int A_TIE_EVERY = 10;

  final String name;
  private final String code;
  private final String token;
  private final int initiatives;
  private final Map<String, Integer> marks = new HashMap<>();
  private final List<String> declared = new ArrayList<>();
  private volatile Server server;
  private volatile boolean finished;
  private volatile int acknowledged;
  private int resent;
  private int version;

  WritingJuror(Server server, String name, String code) {
    this.server = server;
    this.name = name;
    this.code = code;
    this.token = server.token(name);
    var seen = server.withToken(token).get(sheet());
    this.version = version(seen.header("ETag"));
    List<Integer> numbers = seen.path("marks.initiative");
    this.initiatives = numbers.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  String sheet() {
    return "/editions/2020/dossiers/" + code + "/score-sheets/me";
  }

  int version(String etag) {
    return Integer.parseInt(etag.replace("\"", ""));
  }

  int acknowledged() {
    return acknowledged;
  }

  int resent() {
    return resent;
  }

  int expectedVersion() {
    return version;
  }

  /** The authorities of the declared recusals, sorted. */
  List<String> declared() {
    return declared.stream().sorted().toList();
  }

  void goOnAt(Server restarted) {
    server = restarted;
  }

  void finish() {
    finished = true;
  }

  /** The number of acknowledged marks that the sheet does not have. */
  int lost(JsonPath sheet) {
    Map<String, Integer> kept = new HashMap<>();
    List<Map<String, Object>> stored = sheet.getList("marks");
    for (Map<String, Object> mark : stored) {
      if (mark.get("value") instanceof Integer value) {
        kept.put(mark.get("initiative") + "/" + mark.get("criterion"), value);
      }
    }
    return (int)
        marks.entrySet().stream().filter(m -> !m.getValue().equals(kept.get(m.getKey()))).count();
  }

  @Override
  public void run() {
    for (int n = 1; !finished; n++) {
      if (n % A_TIE_EVERY == 0) {
        declare(n / A_TIE_EVERY);
      } else {
        mark(n);
      }
      acknowledged++;
    }
  }

  /** Declares a recusal from the next commune of the Ain; none of them has a dossier. */
  private void declare(int n) {
    String authority = String.format(Locale.ROOT, "01%03d", n);
    String body = "{\"authority\":\"" + authority + "\",\"reason\":\"Exercice\"}";
    String key = name + " declares " + n;
    HttpResponse<String> answer =
        until(new Sent("POST", "/editions/2020/recusals", body, "Idempotency-Key", key));
    if (answer.statusCode() == CREATED) {
      declared.add(authority);
    } else if (answer.statusCode() != 422) {
      // 422: no commune has this code
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  private void mark(int n) {
    int initiative = 1 + n % initiatives;
    String criterion = TestEdition.CRITERIA.get(n % TestEdition.CRITERIA.size());
    int value = (n + n / 7) % 6;
    String mark =
        "{\"initiative\":" + initiative + ",\"criterion\":\"" + criterion + "\",\"value\":" + value;
    String body = "{\"marks\":[" + mark + "}]}";
    int before = resent;
    HttpResponse<String> answer =
        until(new Sent("PATCH", sheet(), body, "If-Match", "\"" + version + "\""));
    boolean doneBefore = answer.statusCode() == STALE && resent > before;
    if (answer.statusCode() != OK && !doneBefore) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    version++;
    marks.put(initiative + "/" + criterion, value);
  }

  private HttpResponse<String> until(Sent sent) {
    while (true) {
      try {
        HttpResponse<String> answer = Wire.send(server.port(), token, sent);
        if (!AGAIN.contains(answer.statusCode())) {
          return answer;
        }
      } catch (IOException e) {
        // no answer: the write may be done or not
      }
      resent++;
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
