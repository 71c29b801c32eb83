package org.arobase.deliberation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import org.arobase.dossier.Dossier;
import org.arobase.platform.database.Stored;

/** What a finalised edition gave a dossier; written once. */
@Entity
public class Outcome extends Stored {
  @Column(nullable = false)
  public int editionYear;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "dossier_id")
  public Dossier dossier;

  @Column(precision = 12, scale = 10)
  public BigDecimal score;

  public Integer computedLevel;

  /** 0 to 5. */
  @Column(nullable = false)
  public int level;

  @Column(nullable = false, columnDefinition = "text")
  public String reason;

  @Column(nullable = false)
  public String marksHash;
}
