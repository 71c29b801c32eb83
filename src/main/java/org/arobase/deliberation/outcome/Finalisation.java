package org.arobase.deliberation.outcome;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.arobase.audit.Recorded;

/** The finalisation of an edition, with the inputs that determine its results. */
@Entity
public class Finalisation extends PanacheEntityBase implements Recorded.Part {
  @Id public Integer editionYear;

  @Column(nullable = false)
  public Instant finalisedAt;

  @Column(nullable = false)
  public String finalisedBy;

  @Column(nullable = false)
  public String engine;

  @Column(nullable = false)
  public String frameworkHash;

  @Column(nullable = false)
  public String policyHash;

  @Column(nullable = false)
  public String marksHash;
}
