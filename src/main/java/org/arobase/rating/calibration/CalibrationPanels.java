package org.arobase.rating.calibration;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.audit.AuditProblem;
import org.arobase.dossier.Dossier;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;
import org.arobase.rating.ScoredDossier;
import org.jspecify.annotations.Nullable;

/** Keeps the scores of which a mean is told, from the first time on. */
@ApplicationScoped
class CalibrationPanels {
  /** A mean of fewer scores of others could reveal a single juror's score. */
  static final int FEWEST_OTHERS = 3;

  private final ServerKey key;

  CalibrationPanels(ServerKey key) {
    this.key = key;
  }

  /**
   * The scores to tell a mean of; null as long as sheets are missing or there are too few.
   *
   * @throws Refusal 409 when somebody has changed them by SQL
   */
  @Nullable SortedMap<String, BigDecimal> of(ScoredDossier scored) {
    Dossier dossier = scored.input().dossier();
    CalibrationPanel kept = ByKey.find(CalibrationPanel.class, dossier.id).orElse(null);
    if (kept == null) {
      SortedMap<String, BigDecimal> present = present(scored);
      // only with all sheets: a mean that changes with one more sheet would reveal its score
      boolean isWhole = present.size() == scored.input().sheets().size();
      return isWhole && present.size() > FEWEST_OTHERS ? first(dossier, present) : null;
    }
    return signed(kept).told();
  }

  private static SortedMap<String, BigDecimal> present(ScoredDossier scored) {
    SortedMap<String, BigDecimal> present = new TreeMap<>(scored.panel().scores());
    present.values().removeIf(score -> score == null);
    return present;
  }

  private CalibrationPanel signed(CalibrationPanel kept) {
    if (!kept.isSigned(key)) {
      throw new Refusal(AuditProblem.RECORD_CONTRADICTED, "calibration-panel");
    }
    return kept;
  }

  /** Of two who ask first at once, both are told what the first of them was. */
  private SortedMap<String, BigDecimal> first(
      Dossier dossier, SortedMap<String, BigDecimal> present) {
    return Transactions.inNew(
        () -> {
          Dossier.locked(dossier.edition.year, dossier.code());
          CalibrationPanel kept = ByKey.find(CalibrationPanel.class, dossier.id).orElse(null);
          if (kept == null) {
            kept = new CalibrationPanel(dossier.id, present, key);
            kept.persist();
          }
          return signed(kept).told();
        });
  }
}
