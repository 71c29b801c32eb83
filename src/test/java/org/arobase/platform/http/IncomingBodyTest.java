package org.arobase.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After ten seconds, a body must have come with 4 KiB/s on average. */
class IncomingBodyTest {
  @ParameterizedTest
  @CsvSource({
    "9, 0, false",
    "11, 1, true",
    "11, 8192, false",
    "13, 8192, true",
    "60, 1048576, false",
    "300, 1048576, true",
    "299, 33554432, false",
    "301, 33554432, true"
  })
  void aSlowBodyIsGivenUp(long seconds, long received, boolean isTooSlow) {
    assertEquals(isTooSlow, IncomingBody.isTooSlow(Duration.ofSeconds(seconds), received));
  }
}
