package org.arobase.rating.calibration;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.secrets.ServerKey;

/**
 * The scores of a dossier that all jurors read, as they were when a mean of them was told first. No
 * other mean is ever told: from two means of different jurors, their difference would tell the
 * score of one.
 */
@Entity
class CalibrationPanel extends PanacheEntityBase {
  @Id Long dossierId;

  /** Each juror's score by id, as canonical JSON; without jurors who have none. */
  @Column(nullable = false, columnDefinition = "text")
  String scores;

  @Column(nullable = false)
  String mac;

  protected CalibrationPanel() {}

  CalibrationPanel(Long dossier, SortedMap<String, BigDecimal> told, ServerKey key) {
    dossierId = dossier;
    SortedMap<String, String> texts = new TreeMap<>();
    told.forEach((juror, score) -> texts.put(juror, Canonical.plain(score)));
    scores = Canonical.json(texts);
    mac = computedMac(key);
  }

  private String computedMac(ServerKey key) {
    return key.mac("calibration-panel", dossierId + scores);
  }

  /** Whether this server wrote it so. */
  boolean isSigned(ServerKey key) {
    return mac.equals(computedMac(key));
  }

  /** Each juror's score by id. */
  SortedMap<String, BigDecimal> told() {
    SortedMap<String, BigDecimal> told = new TreeMap<>();
    Canonical.tree(scores)
        .fields()
        .forEachRemaining(
            score -> told.put(score.getKey(), new BigDecimal(score.getValue().asText())));
    return told;
  }
}
