package org.arobase.deliberation;

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
import org.arobase.authority.LocalAuthority;
import org.arobase.dossier.Dossier;
import org.arobase.platform.database.Stored;
import org.jspecify.annotations.Nullable;

/** What a finalised edition gave a dossier, as it was put right since. */
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

  /** Whom it was given to, as it was called then; null of results that are older than this. */
  public @Nullable String name;

  @Enumerated(EnumType.STRING)
  public LocalAuthority.@Nullable Kind kind;

  public @Nullable String department;

  /** INSEE code of the région. */
  public @Nullable String region;

  public @Nullable String regionName;

  /** Code of its stratum. */
  public @Nullable String stratum;

  /** The outcome of a dossier, named as its authority is today; the rest is still to be said. */
  public static Outcome of(Dossier dossier) {
    Outcome outcome = new Outcome();
    outcome.editionYear = dossier.edition.year;
    outcome.dossier = dossier;
    outcome.nameAsToday();
    return outcome;
  }

  /** Says whom it is given to. */
  public void nameAsToday() {
    name = dossier.authority.name;
    kind = dossier.authority.kind;
    department = dossier.authority.department;
    region = dossier.authority.region.code;
    regionName = dossier.authority.region.name;
    stratum = dossier.edition.policy().stratum(dossier.population).code();
  }

  /** Whom it was given to, as it was called then. */
  public String name() {
    return name == null ? dossier.authority.name : name;
  }

  /** An edition's, with dossiers and authorities, by code. */
  public static List<Outcome> all(int year) {
    return list(
        "from Outcome o join fetch o.dossier d join fetch d.authority a join fetch a.region"
            + " where o.editionYear = ?1 order by a.code",
        year);
  }

  /** The same by the code of the dossier. */
  public static SortedMap<String, Outcome> byCode(int year) {
    SortedMap<String, Outcome> outcomes = new TreeMap<>();
    all(year).forEach(o -> outcomes.put(o.dossier.code(), o));
    return outcomes;
  }
}
