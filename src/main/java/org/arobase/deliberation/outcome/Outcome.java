package org.arobase.deliberation.outcome;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.audit.Recorded;
import org.arobase.authority.LocalAuthority;
import org.arobase.dossier.Dossier;
import org.arobase.platform.database.BaseEntity;

/** The result of a dossier in a finalised edition, with later corrections applied. */
@Entity
public class Outcome extends BaseEntity implements Recorded.Part {
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

  /** The authority's name when the label was given. */
  @Column(nullable = false)
  public String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public LocalAuthority.Kind kind;

  @Column(nullable = false)
  public String department;

  /** INSEE code of the région. */
  @Column(nullable = false)
  public String region;

  @Column(nullable = false)
  public String regionName;

  /** Code of its stratum. */
  @Column(nullable = false)
  public String stratum;

  /** The outcome of a dossier with the names of today; level and reason are still to be set. */
  public static Outcome of(Dossier dossier) {
    Outcome outcome = new Outcome();
    outcome.editionYear = dossier.edition.year;
    outcome.dossier = dossier;
    outcome.name = dossier.authority.name;
    outcome.kind = dossier.authority.kind;
    outcome.department = dossier.authority.department;
    outcome.region = dossier.authority.region.code;
    outcome.regionName = dossier.authority.region.name;
    outcome.stratum = dossier.edition.policy().stratum(dossier.population).code();
    return outcome;
  }

  /** The outcomes of an edition, with dossiers and authorities, ordered by code. */
  public static List<Outcome> all(int year) {
    return list(
        "from Outcome o join fetch o.dossier d join fetch d.authority a join fetch a.region"
            + " where o.editionYear = ?1 order by a.code",
        year);
  }

  /** The outcomes of an edition by dossier code. */
  public static SortedMap<String, Outcome> byCode(int year) {
    SortedMap<String, Outcome> outcomes = new TreeMap<>();
    all(year).forEach(o -> outcomes.put(o.dossier.code(), o));
    return outcomes;
  }
}
