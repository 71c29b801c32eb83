package org.arobase.palmares;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.palmares.document.DocumentProblem;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.problem.Refusal;

/** The publication of an edition's palmarès. */
@Entity
public class Publication extends PanacheEntityBase implements Recorded {
  @Id public Integer editionYear;

  @Column(nullable = false)
  public Instant publishedAt;

  @Column(nullable = false)
  public String publishedBy;

  /**
   * The publication of this year.
   *
   * @throws Refusal 404 under embargo, as for an edition that does not exist
   */
  public static Publication required(int year) {
    return ByKey.find(Publication.class, year)
        .orElseThrow(() -> new Refusal(DocumentProblem.PALMARES_NOT_FOUND, String.valueOf(year)));
  }

  @Override
  public StateSource.State recorded() {
    return PublicationStates.of(this);
  }
}
