package org.arobase.scoring.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.arobase.scoring.JuryRating;
import org.arobase.scoring.severity.SeverityModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The same marks give the same bytes on any JDK, in any locale and time zone, and on one to eight
 * threads. The bytes of 300 dossiers by arrays, by decimals and by drawn weights were written down
 * on JDK 17 on Linux, and were also reproduced on JDK 25. If they change, the engine computes
 * something else: raise Scoring.ENGINE.
 */
class DeterminismTest {
  private static final long WRITTEN_DOWN = 3006285071967110031L;

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void putBack() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  /** A hash of what arrays, decimals and drawn weights give for 300 dossiers. */
  private static long bytes() {
    RandomEdition edition = new RandomEdition(2020, SeverityModel.REML, 300);
    Marks marks = edition.marks();
    BulkRatings.Result bulk = BulkRatings.rate(marks);
    long bytes = 1;
    for (double[] values :
        new double[][] {bulk.score(), bulk.fit().juror(), bulk.fit().dossierError()}) {
      for (double value : values) {
        bytes = 31 * bytes + Double.doubleToLongBits(value);
      }
    }
    var panels = IntStream.range(0, marks.dossiers()).mapToObj(marks::panel).toList();
    for (var rating : JuryRating.rate(panels, edition.policy()).ratings().values()) {
      BigDecimal score = rating.score();
      bytes = 31 * bytes + (score == null ? 0 : score.toPlainString().hashCode());
      bytes = 31 * bytes + (score == null ? 0 : rating.certainty().probabilities().hashCode());
    }
    for (double[] share : WeightDraws.of(marks, 5, 100, 1).share()) {
      for (double value : share) {
        bytes = 31 * bytes + Double.doubleToLongBits(value);
      }
    }
    return bytes;
  }

  @Test
  void theBytesAreThoseThatWereWrittenDown() throws Exception {
    assertEquals(WRITTEN_DOWN, bytes(), "something else is computed: raise Scoring.ENGINE");
    for (int threads = 1; threads <= 8; threads++) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      assertEquals(WRITTEN_DOWN, pool.submit(DeterminismTest::bytes).get(), threads + " threads");
      pool.shutdown();
    }
  }

  @Test
  void noLocaleAndNoZoneChangesAByte() {
    for (String tag : new String[] {"fr-FR", "tr-TR", "ar-EG-u-nu-arab", "th-TH-u-nu-thai"}) {
      for (String id : new String[] {"Pacific/Kiritimati", "America/St_Johns"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone(id));
        assertEquals(WRITTEN_DOWN, bytes(), tag + " in " + id);
      }
    }
  }
}
