package org.arobase.scoring.bulk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.arobase.scoring.Grid.Criterion;
import org.arobase.scoring.Grid.Issue;
import org.arobase.scoring.JuryRating;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Rating;
import org.arobase.scoring.Scale;
import org.arobase.scoring.severity.SeverityModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Computing a whole edition in arrays gives what decimals give. 450 random editions (150 for each
 * severity model) with every rule and kind of mark: scores agree within 1e-11, levels are equal,
 * ties are rounded as decimals round them. The number of threads changes no bit.
 */
class BulkRatingsTest {
  private static final int TRIALS = 150;

  private static List<Panel> panels(Marks marks) {
    marks.codes();
    return IntStream.range(0, marks.dossiers()).mapToObj(marks::panel).toList();
  }

  @ParameterizedTest
  @EnumSource
  void whatArraysSayDecimalsSay(SeverityModel model) {
    int doubtful = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      RandomEdition edition = new RandomEdition(trial, model);
      Marks marks = edition.marks();
      BulkRatings.Result bulk = BulkRatings.rate(marks);
      var ratings = JuryRating.rate(panels(marks), edition.policy()).ratings();
      for (int d = 0; d < marks.dossiers(); d++) {
        Rating rating = ratings.get(marks.dossier(d).name());
        String where = "trial " + trial + ", " + rating.panel();
        if (rating.score() == null) {
          assertEquals(-1, bulk.level()[d], where);
          assertTrue(Double.isNaN(bulk.score()[d]), where);
        } else {
          assertEquals(rating.score().doubleValue(), bulk.score()[d], 1e-11, where);
          assertEquals(rating.level().level(), bulk.level()[d], where);
        }
      }
      doubtful += edition.isRounded() ? 1 : 0;
    }
    assertTrue(doubtful > TRIALS / 4, "rounding was tried");
  }

  /** A tie is rounded up, as decimals round it, even if it is a little less in binary. */
  @Test
  void aTieIsRoundedUpAsDecimalsSayIt() {
    Scale scale = new Scale(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE);
    Criterion a = new Criterion("a", new BigDecimal("0.15"), scale);
    Criterion b = new Criterion("b", new BigDecimal("0.85"), scale);
    Issue issue = new Issue("i", BigDecimal.ONE, true, 1);
    Rubric rubric = new Rubric(List.of(a, b), List.of(List.of(issue)), RandomEdition.roundedTo(2));
    Marks marks = new Marks(rubric);
    marks.add("d", 0, 1, 1, null, RandomEdition.initiatives(1, "i"), java.util.Set.of("j"));
    marks.codes()[0] = rubric.code(0, Mark.of(9));
    marks.codes()[1] = rubric.code(1, Mark.of(4));
    // by hand: .15 · .9 + .85 · .4 = .475, in binary a little less
    assertEquals(.48, BulkRatings.rate(marks).score()[0]);
  }

  @Test
  void theNumberOfThreadsChangesNoBit() throws Exception {
    Marks marks = new RandomEdition(5, SeverityModel.REML, 1_000).marks();
    BulkRatings.Result alone = in(1, marks);
    for (int threads = 2; threads <= 8; threads++) {
      BulkRatings.Result together = in(threads, marks);
      assertArrayEquals(alone.score(), together.score());
      assertArrayEquals(alone.level(), together.level());
      assertArrayEquals(alone.fit().dossierError(), together.fit().dossierError());
    }
  }

  private static BulkRatings.Result in(int threads, Marks marks) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> BulkRatings.rate(marks)).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void nothingToRateIsNoFailure() {
    Marks marks = new Marks(new RandomEdition(1, SeverityModel.NONE).rubric());
    assertEquals(0, BulkRatings.rate(marks).level().length);
  }

  @Test
  void aCodeIsOnItsScale() {
    Rubric rubric = new RandomEdition(1, SeverityModel.NONE).rubric();
    assertThrows(
        IllegalArgumentException.class, () -> rubric.code(0, Mark.of(new BigDecimal("0.001"))));
    assertThrows(IllegalArgumentException.class, () -> rubric.code(0, Mark.of(1_000)));
    assertNull(rubric.mark(0, Rubric.MISSING));
    assertEquals(Mark.abstained(), rubric.mark(0, rubric.code(0, Mark.abstained())));
  }

  @Test
  void aRubricThatIsNoneIsRefused() {
    Scale endless = new Scale(BigDecimal.ZERO, new BigDecimal("100"), new BigDecimal("0.001"));
    List<Criterion> fine = List.of(new Criterion("a", BigDecimal.ONE, endless));
    Scale five = new Scale(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE);
    List<Criterion> weightless = List.of(new Criterion("a", BigDecimal.ZERO, five));
    var policy = RandomEdition.roundedTo(2);
    assertThrows(IllegalArgumentException.class, () -> new Rubric(fine, List.of(), policy));
    assertThrows(IllegalArgumentException.class, () -> new Rubric(weightless, List.of(), policy));
  }
}
