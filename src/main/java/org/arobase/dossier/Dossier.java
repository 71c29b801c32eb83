package org.arobase.dossier;

import io.quarkus.panache.common.Parameters;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.arobase.access.AccessScope;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.authority.AuthorityFilter;
import org.arobase.authority.LocalAuthority;
import org.arobase.edition.Edition;
import org.arobase.platform.database.BaseEntity;
import org.arobase.platform.database.Locks;
import org.arobase.platform.database.Versioned;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** An authority's participation in an edition; an authority has at most one. */
@Entity
public class Dossier extends BaseEntity implements Recorded, Versioned {
  private static final String WITH_AUTHORITY =
      "from Dossier d join fetch d.authority a join fetch a.region join fetch d.edition e ";

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "edition_year")
  public Edition edition;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "authority_code")
  public LocalAuthority authority;

  /**
   * Inhabitants on the day the dossier was made, so that new reference data does not change its
   * stratum.
   */
  @Column(nullable = false)
  public int population;

  /** Made by the sample generator. */
  @Column(nullable = false)
  public boolean synthetic;

  /** The number of the next initiative; a number is never given twice. */
  @Column(nullable = false)
  public int nextNumber = 1;

  /**
   * The score, 0 to 1, that another jury gave the same dossier, when the dossier is an anchor that
   * keeps levels comparable between editions; otherwise null.
   */
  @Column(precision = 11, scale = 10)
  public @Nullable BigDecimal anchor;

  @Version public int version;

  protected Dossier() {}

  /** A dossier with the present population of its authority; 0 when that is unknown. */
  public Dossier(Edition edition, LocalAuthority authority, boolean synthetic) {
    this.edition = edition;
    this.authority = authority;
    this.population = authority.population == null ? 0 : authority.population;
    this.synthetic = synthetic;
  }

  /**
   * How the record of an edition names this dossier: by its code. A dossier of another edition,
   * which only SQL can have put there, is named otherwise, so that the record is seen to be
   * contradicted.
   */
  public String named(int year) {
    return edition.year == year ? code() : edition.year + "/" + code();
  }

  /** The code of the authority, which identifies the dossier in its edition. */
  public String code() {
    return authority.code;
  }

  /** Reserves and returns the number of a new initiative. */
  public int takeNumber() {
    return nextNumber++;
  }

  /** The dossier of this authority, with edition and authority loaded, if there is one. */
  public static Optional<Dossier> of(int year, String code) {
    return find(WITH_AUTHORITY + "where e.year = ?1 and a.code = ?2", year, code)
        .firstResultOptional();
  }

  /**
   * The dossier of this authority, with edition and authority loaded.
   *
   * @throws Refusal 404 when there is none
   */
  public static Dossier required(int year, String code) {
    return of(year, code)
        .orElseThrow(
            () -> new Refusal(DossierProblem.DOSSIER_NOT_FOUND, code, String.valueOf(year)));
  }

  /** All dossiers of an edition by code, with their authorities. */
  public static List<Dossier> all(int year) {
    return list(WITH_AUTHORITY + "where e.year = ?1 order by a.code", year);
  }

  /** The dossiers of an edition with one of these codes, by code, with their authorities. */
  public static List<Dossier> all(int year, Collection<String> codes) {
    return list(WITH_AUTHORITY + "where e.year = ?1 and a.code in ?2 order by a.code", year, codes);
  }

  /**
   * The dossier of this authority, locked until the transaction ends. Reads only the dossier's own
   * row, so that its authority and edition are not locked; what is read afterwards is not older
   * than the lock.
   *
   * @throws Refusal 404 when there is none
   */
  public static Dossier locked(int year, String code) {
    return lockedIfThere(year, code)
        .orElseThrow(
            () -> new Refusal(DossierProblem.DOSSIER_NOT_FOUND, code, String.valueOf(year)));
  }

  /** Like {@link #locked}, but empty when there is no dossier. */
  public static Optional<Dossier> lockedIfThere(int year, String code) {
    return Locks.exclusive(Dossier.find("edition.year = ?1 and authority.code = ?2", year, code));
  }

  /**
   * Which dossiers of an edition.
   *
   * @param limits what the caller may see of them
   */
  record Search(int year, AuthorityFilter filter, AccessScope.Limits limits) {
    private static final String CONDITION =
        "e.year = :year and (:all = true or a.code in (:only)) and a.code not in (:hidden) and "
            + AuthorityFilter.CONDITION;

    private Parameters parameters() {
      return filter
          .parameters()
          .and("year", year)
          .and("all", limits.only() == null)
          .and("only", orNone(limits.only()))
          .and("hidden", orNone(limits.hidden()));
    }

    /** The codes, or one that matches nothing, because an SQL list must not be empty. */
    private static Collection<String> orNone(@Nullable Set<String> codes) {
      return codes == null || codes.isEmpty() ? List.of("") : codes;
    }

    long count() {
      return Dossier.count(
          "from Dossier d join d.authority a join d.edition e where " + CONDITION, parameters());
    }

    List<Dossier> rows(PageRequest page) {
      String query = WITH_AUTHORITY + "where a.code > :after and " + CONDITION + " order by a.code";
      return Dossier.<Dossier>find(query, parameters().and("after", page.after()))
          .range(0, page.size())
          .list();
    }
  }

  @Override
  public StateSource.State recorded() {
    return DossierStates.of(this);
  }

  @Override
  public int version() {
    return version;
  }
}
