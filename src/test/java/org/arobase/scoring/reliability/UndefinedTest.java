package org.arobase.scoring.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.arobase.scoring.reliability.Krippendorff.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An undefined coefficient is NaN, and not 0 or 1. */
class UndefinedTest {
  private static final double NONE = Double.NaN;
  private static final double[] CATEGORIES = {0, 1, 2};

  @ParameterizedTest
  @EnumSource
  void alphaOfEqualValuesOrOfNoPairIsUndefined(Metric metric) {
    assertTrue(Double.isNaN(Krippendorff.alpha(new double[][] {{2, 2}, {2, 2}}, metric)));
    assertTrue(Double.isNaN(Krippendorff.alpha(new double[][] {{1, NONE}, {2}}, metric)));
    assertTrue(Double.isNaN(Krippendorff.alpha(new double[0][], metric)));
    assertEquals(1, Krippendorff.alpha(new double[][] {{1, 1}, {2, 2}}, metric));
  }

  /** When almost all values are the same, alpha falls and Gwet's coefficient does not. */
  @Test
  void gwetIsStableWhereOneCategoryPrevails() {
    double[][] skewed = new double[50][];
    for (int i = 0; i < 50; i++) {
      skewed[i] = i == 0 ? new double[] {0, 1} : new double[] {1, 1};
    }
    assertTrue(Gwet.of(skewed, CATEGORIES, Gwet.Weights.IDENTITY).coefficient() > .95);
    assertTrue(Krippendorff.alpha(skewed, Metric.NOMINAL) < .1);
    double undefined = Gwet.of(new double[][] {{1}}, CATEGORIES, Gwet.Weights.LINEAR).coefficient();
    assertTrue(Double.isNaN(undefined));
    assertThrows(
        IllegalArgumentException.class,
        () -> Gwet.of(new double[][] {{5, 1}}, CATEGORIES, Gwet.Weights.IDENTITY));
  }

  @Test
  void kappaOfOneCategoryIsUndefinedAndUnevenRowsAreRefused() {
    assertTrue(Double.isNaN(FleissKappa.of(new int[][] {{3, 0}, {3, 0}}).kappa()));
    assertThrows(
        IllegalArgumentException.class, () -> FleissKappa.of(new int[][] {{3, 0}, {1, 1}}));
  }

  @Test
  void concordanceOfFlatRankingsIsUndefined() {
    KendallW flat = KendallW.of(new double[][] {{1, 1, 1}, {2, 2, 2}});
    assertTrue(Double.isNaN(flat.w()) && Double.isNaN(flat.p()));
    assertTrue(Double.isNaN(JurorAgainstOthers.of(new double[][] {{1, 1}, {1, 2}})[0]));
  }

  /**
   * Intervals for the means of the four raters of Shrout and Fleiss, as R's psych::ICC prints them,
   * to two digits.
   */
  @Test
  void intervalsOfAverages() {
    double[][] ratings = {
      {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };
    Icc icc = Icc.of(ratings, .95);
    assertEquals(-.88, icc.oneWay().averageLower(), .0051);
    assertEquals(.91, icc.oneWay().averageUpper(), .0051);
    assertEquals(.07, icc.agreement().averageLower(), .0051);
    assertEquals(.93, icc.agreement().averageUpper(), .0051);
    assertEquals(.68, icc.consistency().averageLower(), .0051);
    assertEquals(.99, icc.consistency().averageUpper(), .0051);
    Icc wide = Icc.of(ratings, .99);
    assertTrue(wide.agreement().upper() > icc.agreement().upper());
    assertTrue(wide.agreement().lower() < icc.agreement().lower());
  }

  @Test
  void anIccCanBeNegative() {
    Icc icc = Icc.of(new double[][] {{1, 3}, {3, 1}, {2, 2.1}}, .95);
    assertTrue(icc.oneWay().single() < 0);
    assertTrue(icc.consistency().single() < 0);
    assertThrows(IllegalArgumentException.class, () -> Icc.of(new double[][] {{1}, {2}}, .95));
    assertEquals(.75, Icc.ofComponents(1, 0, 1, 3), 1e-12);
    assertEquals(.6, Icc.ofComponents(1, 1, 1, 3), 1e-12);
  }
}
