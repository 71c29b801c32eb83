package org.arobase.platform.http;

import static org.arobase.testing.Http.anyone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.arobase.testing.Contract;
import org.arobase.testing.Contract.Operation;
import org.arobase.testing.Http;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Rounds;
import org.junit.jupiter.api.Test;

/**
 * Whatever the headers of a request are, the answer is no error of the server, and no header
 * reaches the addresses that an answer gives. Requests are written by hand: no client would send
 * these.
 */
@HttpTest
class HeaderTest {
  private static final List<String> NAMES =
      List.of(
          "Accept",
          "Accept-Language",
          "Accept-Encoding",
          "Content-Type",
          "If-Match",
          "If-None-Match",
          "Idempotency-Key",
          "Range",
          "Forwarded",
          "X-Forwarded-For",
          "Authorization");

  private static final List<String> VALUES =
      List.of(
          "",
          "-",
          ",",
          ";",
          "x",
          "*/*;q=",
          "a/b/c",
          "*",
          "fr;q=2",
          "text/csv;q=x",
          "\"",
          "W/\"\"",
          "Bearer",
          "Bearer x.y.z",
          "bytes=-",
          "gzip;q=0,*;q=0",
          "application/json; charset=x",
          "=?utf-8?q?x?=",
          "%",
          "0000000000000000000000000000000000000");

  private static final List<String> TARGETS =
      List.of(
          "GET /api/v1/editions",
          "GET /api/v1/editions/2020/dossiers/78138",
          "GET /api/v1/editions/2020/jurors/export",
          "GET /api/v1/palmares",
          "GET /api/v1/problems",
          "POST /api/v1/auth/token",
          "POST /api/v1/editions",
          "POST /api/v1/frameworks/sample-framework-2020/copies",
          "PATCH /api/v1/editions/2020",
          "PUT /api/v1/editions/2020/dossiers/78138/score-sheets/me");

  @Test
  void noHeaderMakesTheServerFail() throws IOException {
    Random random = new Random(15);
    List<String> failures = new ArrayList<>();
    for (String target : TARGETS) {
      for (String name : NAMES) {
        for (int i = 0; i < 4; i++) {
          String header = name + ": " + VALUES.get(random.nextInt(VALUES.size()));
          String token = random.nextBoolean() ? Http.token("secretariat") : Http.token("juror1");
          String status = status(target, header, "Authorization: Bearer " + token, "{}");
          if (!status.matches("[234][0-9][0-9]")) {
            failures.add(target + " with " + header + " → " + status);
          }
        }
      }
    }
    assertEquals(List.of(), failures);
  }

  @Test
  void noHeaderMakesAnOperationFailForAnybody() throws IOException {
    Random random = new Random(16);
    List<String> failures = new ArrayList<>();
    for (Operation operation : Contract.operations()) {
      String path = operation.path().replace("{year}", "2020").replace("{code}", "78138");
      String target = operation.method() + " /api/v1" + path.replaceAll("\\{[a-z]+}", "1");
      for (int i = 0; i < Rounds.of(40, 3); i++) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String header = name + ": " + VALUES.get(random.nextInt(VALUES.size()));
        String status = status(target, header, "X-Nobody: 1", "{}");
        if (!status.matches("[234][0-9][0-9]")) {
          failures.add(target + " with " + header + " → " + status);
        }
      }
    }
    assertEquals(List.of(), failures);
  }

  @Test
  void anAddressWithoutANumberIsTheCallersError() {
    anyone().get("/palmares/abc").then().statusCode(400);
    anyone().get("/palmares/99999999999").then().statusCode(400);
  }

  @Test
  void aBrokenChunkIsTheCallersError() throws IOException {
    for (String chunk : List.of("5;=\r\nabcde\r\n0\r\n\r\n", "zz\r\nabcde\r\n0\r\n\r\n", ";\r\n")) {
      String answer =
          exchange(
              "POST /api/v1/auth/token HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                  + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                  + chunk);
      assertFalse(answer.startsWith("HTTP/1.1 5"), answer);
    }
  }

  @Test
  void theHostOfARequestIsInNoAddress() throws IOException {
    String answer =
        exchange(
            "GET /api/v1/authorities?limit=1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                + "X-Forwarded-Host: evil.example\r\n\r\n");
    assertTrue(answer.contains("</api/v1/authorities?"), answer);
    assertFalse(answer.contains("evil.example"), answer);
  }

  @Test
  void nobodySpeaksHttp2WithoutTls() throws IOException {
    String answer = exchange("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
    assertFalse(answer.startsWith("\0"), "a frame of HTTP/2");
    anyone().get("/palmares").then().statusCode(200);
  }

  private static String status(String target, String header, String token, String body)
      throws IOException {
    boolean writes = !target.startsWith("GET");
    String own = header.startsWith("Authorization") ? "" : token + "\r\n";
    String answer =
        exchange(
            target
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + own
                + header
                + "\r\n"
                + (writes ? "Content-Length: " + body.length() + "\r\n\r\n" + body : "\r\n"));
    return answer.length() < 12 ? "nothing" : answer.substring(9, 12);
  }

  private static String exchange(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
