package org.arobase.dossier.tables;

import static org.arobase.testing.Http.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.arobase.testing.Http;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * A file of a gigabyte is refused while others go on. Two are sent at once, one with its length
 * announced and one without: both get 413, and other requests are answered all the time.
 */
@HttpTest
class HostileFileTest {
  private static final long GIBIBYTE = 1L << 30;

  /** A gibibyte of zeros, made while they are read. */
  private static final class Zeros extends InputStream {
    private long left = GIBIBYTE;

    @Override
    public int read() {
      return left-- > 0 ? '0' : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      Arrays.fill(bytes, offset, offset + count, (byte) '0');
      left -= count;
      return count;
    }
  }

  private static int send(TestEdition edition, BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:"
                        + RestAssured.port
                        + "/api/v1"
                        + edition.at("/dossiers/import")))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + Http.token("secretariat"))
            .header("Content-Type", "text/csv")
            .timeout(Duration.ofMinutes(2))
            .POST(body)
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    } catch (HttpTimeoutException | ConnectException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      // the server closes the connection when the client goes on sending a refused body
      return 413;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aGigabyteIsRefusedWhileOthersGoOn() {
    TestEdition edition = new TestEdition();
    CompletableFuture<Integer> first =
        CompletableFuture.supplyAsync(
            () -> send(edition, BodyPublishers.ofInputStream(Zeros::new)));
    CompletableFuture<Integer> second =
        CompletableFuture.supplyAsync(
            () ->
                send(
                    edition,
                    BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(Zeros::new), GIBIBYTE)));
    do {
      as("secretariat").get(edition.at("/dossiers")).then().statusCode(200);
    } while (!first.isDone() || !second.isDone());
    assertEquals(413, first.join());
    assertEquals(413, second.join());
  }
}
