package org.arobase.dossier;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.platform.database.BaseEntity;
import org.arobase.platform.database.Versioned;
import org.arobase.platform.problem.Refusal;

/** A digital initiative of a dossier. */
@Entity
public class Initiative extends BaseEntity implements Recorded, Versioned {
  private static final int YEARS = 2;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "dossier_id")
  public Dossier dossier;

  /** Number in its dossier, from 1; never given twice. */
  @Column(nullable = false)
  public int number;

  @Column(nullable = false)
  public String title;

  @Column(nullable = false, columnDefinition = "text")
  public String description;

  public String url;

  public LocalDate startedOn;

  @Column(nullable = false)
  public boolean ongoing;

  /** Made by the sample generator. */
  @Column(nullable = false)
  public boolean synthetic;

  /** Codes of the initiative's services in the framework, one or more. */
  @ElementCollection
  @CollectionTable(name = "initiative_service", joinColumns = @JoinColumn(name = "initiative_id"))
  @Column(name = "service", nullable = false)
  public Set<String> services = new TreeSet<>();

  @Version public int version;

  /** Whether it counts: ongoing, or less than two years old on this day. */
  public boolean admissible(LocalDate day) {
    return admissible(ongoing, startedOn, day);
  }

  /** Whether an initiative with these values counts on this day. */
  public static boolean admissible(boolean ongoing, LocalDate startedOn, LocalDate day) {
    return ongoing || (startedOn != null && startedOn.isAfter(day.minusYears(YEARS)));
  }

  /** A dossier's initiatives by number, with their services. */
  public static List<Initiative> of(Dossier dossier) {
    return list(
        "select i from Initiative i left join fetch i.services where i.dossier = ?1"
            + " order by i.number",
        dossier);
  }

  /**
   * The initiative with this number, with its services.
   *
   * @throws Refusal 404 when there is none
   */
  public static Initiative required(Dossier dossier, int number) {
    List<Initiative> found =
        list(
            "from Initiative i left join fetch i.services where i.dossier = ?1 and i.number = ?2",
            dossier,
            number);
    return found.stream()
        .findFirst()
        .orElseThrow(
            () -> new Refusal(DossierProblem.INITIATIVE_NOT_FOUND, number, dossier.authority.code));
  }

  /**
   * The number of initiatives of these dossiers, by database id; a dossier without any is absent.
   */
  public static Map<Long, Integer> counts(Collection<Long> dossiers) {
    Map<Long, Integer> counts = new HashMap<>();
    getEntityManager()
        .createQuery(
            "select i.dossier.id, count(i) from Initiative i where i.dossier.id in :ids"
                + " group by i.dossier.id",
            Count.class)
        .setParameter("ids", dossiers)
        .getResultStream()
        .forEach(row -> counts.put(row.dossier, Math.toIntExact(row.initiatives)));
    return counts;
  }

  private record Count(Long dossier, long initiatives) {}

  @Override
  public int version() {
    return version;
  }

  /** An initiative is recorded with its dossier. */
  @Override
  public StateSource.State recorded() {
    return dossier.recorded();
  }
}
