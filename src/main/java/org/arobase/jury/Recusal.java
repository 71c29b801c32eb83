package org.arobase.jury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.authority.LocalAuthority;
import org.arobase.platform.database.BaseEntity;
import org.arobase.platform.database.Locks;
import org.arobase.platform.database.Versioned;
import org.arobase.platform.problem.Refusal;

/**
 * The exclusion of a member of the jury from an authority's dossier, even before the dossier
 * exists. Lifted recusals are kept; a unique key allows at most one in force for a member and an
 * authority.
 */
@Entity
public class Recusal extends BaseEntity implements Recorded, Versioned {
  private static final String IN_FORCE = "juror = ?1 and authority.code = ?2 and active";

  /** The ground of a recusal. */
  public enum Ground {
    DECLARED,
    /** The member's own authority. */
    AUTHORITY,
    INTERMUNICIPALITY,
    DEPARTMENT
  }

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "juror_id")
  public Juror juror;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "authority_code")
  public LocalAuthority authority;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Ground ground;

  @Column(nullable = false, columnDefinition = "text")
  public String reason;

  @Column(nullable = false)
  public String declaredBy;

  @Column(nullable = false)
  public Instant declaredAt;

  public String liftedBy;

  public Instant liftedAt;

  @Column(columnDefinition = "text")
  public String liftReason;

  /** True while it is in force; null once lifted, so that the unique key ignores it. */
  public Boolean active = true;

  @Version public int version;

  /** The recusal of a member from the dossier with this code. */
  public static Optional<Recusal> inForce(Juror juror, String code) {
    return find(IN_FORCE, juror, code).firstResultOptional();
  }

  /** Whether a member is recused from the dossier with this code. */
  public static boolean isInForce(Juror juror, String code) {
    return count(IN_FORCE, juror, code) > 0;
  }

  /** An edition's recusals in force, with member and authority, by code and member. */
  public static List<Recusal> all(int year) {
    return list(
        "from Recusal r join fetch r.juror j join fetch r.authority a"
            + " where j.edition.year = ?1 and r.active order by a.code, j.handle",
        year);
  }

  /** All recusals of an edition, including those that were lifted. */
  public static List<Recusal> ever(int year) {
    return list(
        "from Recusal r join fetch r.juror j join fetch r.authority a where j.edition.year = ?1",
        year);
  }

  /**
   * The recusal in force with this id, with member and authority.
   *
   * @throws Refusal 404 when the edition has none
   */
  public static Recusal required(int year, long id) {
    return Recusal.<Recusal>find(
            "from Recusal r join fetch r.juror j join fetch r.authority"
                + " where r.id = ?1 and j.edition.year = ?2 and r.active",
            id,
            year)
        .firstResultOptional()
        .orElseThrow(() -> unknown(id));
  }

  /**
   * The recusal in force with this id, locked until the transaction ends. Reads only its own row.
   *
   * @throws Refusal 404 when there is none
   */
  public static Recusal locked(long id) {
    return Locks.exclusive(Recusal.class, id)
        .filter(r -> r.active != null)
        .orElseThrow(() -> unknown(id));
  }

  private static Refusal unknown(long id) {
    return new Refusal(JuryProblem.RECUSAL_NOT_FOUND, String.valueOf(id));
  }

  @Override
  public StateSource.State recorded() {
    return RecusalStates.of(this);
  }

  @Override
  public int version() {
    return version;
  }
}
