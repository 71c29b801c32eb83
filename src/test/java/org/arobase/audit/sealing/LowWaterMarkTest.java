package org.arobase.audit.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** From which number on the sealer looks for events. */
class LowWaterMarkTest {
  /** Near the end of the range, because System.nanoTime may start anywhere. */
  private static final long START = Long.MAX_VALUE - Duration.ofMinutes(3).toNanos();

  private final LowWaterMark mark = new LowWaterMark();

  private long at(int minutes, long newest) {
    return mark.from(newest, START + Duration.ofMinutes(minutes).toNanos());
  }

  @Test
  void afterAStartNumbersThatOthersMayStillHoldAreLookedAt() {
    assertEquals(400_000, at(0, 500_000));
    assertEquals(400_010, at(5, 500_010));
  }

  @Test
  void whatWasSealedLongerAgoThanAnyTransactionLastsIsNotLookedAtAgain() {
    at(0, 500_000);
    at(3, 500_100);
    assertEquals(400_200, at(6, 500_200));
    assertEquals(500_000, at(7, 500_300));
    assertEquals(500_000, at(9, 500_400));
    assertEquals(500_100, at(60, 500_500));
    assertEquals(500_400, at(61, 500_600));
  }

  /** A transaction may have been under way when everything stopped. */
  @Test
  void afterAPauseTheFirstRunLooksAsFarBackAsTheOneBefore() {
    at(0, 500_000);
    assertEquals(400_100, at(4, 500_100));
    assertEquals(400_100, at(60, 500_100));
    assertEquals(500_100, at(61, 500_100));
  }

  @Test
  void itNeverLooksFartherBackThanAfterAStart() {
    at(0, 500_000);
    at(6, 500_000);
    assertEquals(900_000, at(7, 1_000_000));
  }
}
