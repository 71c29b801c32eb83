package org.arobase.palmares;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.arobase.access.Phase;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.edition.Edition;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.Versioned;
import org.jspecify.annotations.Nullable;

/** When the embargo of an edition ends by itself. */
@Entity
public class Embargo extends PanacheEntityBase implements Recorded, Versioned {
  @Id public Integer editionYear;

  /** Null when it is lifted by hand. */
  public @Nullable Instant endsAt;

  @Column(nullable = false)
  public String setBy = "";

  @Column(nullable = false)
  public Instant setAt = Instant.EPOCH;

  /** Incremented by hand, with the edition locked. */
  @Column(nullable = false)
  public int version;

  /** The embargo of an edition; lifted by hand until somebody sets an end. */
  static Embargo of(int year) {
    return ByKey.find(Embargo.class, year).orElseGet(() -> byHand(year));
  }

  private static Embargo byHand(int year) {
    Embargo embargo = new Embargo();
    embargo.editionYear = year;
    return embargo;
  }

  /** Whether the edition should be published by now, but is not. */
  boolean isOverdue(Edition edition, Instant now) {
    return edition.phase == Phase.FINALISED && endsAt != null && !endsAt.isAfter(now);
  }

  /** The years of the finalised editions whose embargo is over. */
  static List<Integer> over(Instant now) {
    return getEntityManager()
        .createQuery(
            "select m.editionYear from Embargo m join Edition e on e.year = m.editionYear"
                + " where m.endsAt <= :now and e.phase = :phase order by m.editionYear",
            Integer.class)
        .setParameter("now", now)
        .setParameter("phase", Phase.FINALISED)
        .getResultList();
  }

  @Override
  public StateSource.State recorded() {
    return PublicationStates.of(this);
  }

  /** Nothing is recorded before somebody has set it. */
  @Override
  public boolean isRecordedYet() {
    return version > 0;
  }

  @Override
  public int version() {
    return version;
  }
}
