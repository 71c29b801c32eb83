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
import org.arobase.audit.Audited;
import org.arobase.audit.Recorded;
import org.arobase.authority.LocalAuthority;
import org.arobase.platform.database.BaseEntity;
import org.arobase.platform.database.Locks;
import org.arobase.platform.database.Versioned;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;

/**
 * That a member of the jury has no part in an authority's dossier, whether there is one yet or not.
 * One that was lifted is kept; of those in force there is at most one, as the unique key says.
 */
@Entity
public class Recusal extends BaseEntity implements Recorded, Versioned {

  /** Where a recusal comes from. */
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

  /** True while it is in force, null once lifted. */
  public Boolean active = true;

  @Version public int version;

  /** Whether a member is recused from the dossier with this code. */
  public static boolean isInForce(Juror juror, String code) {
    return count("juror = ?1 and authority.code = ?2 and active", juror, code) > 0;
  }

  /** An edition's recusals in force, with member and authority, by code and member. */
  public static List<Recusal> all(int year) {
    return list(
        "from Recusal r join fetch r.juror j join fetch r.authority a"
            + " where j.edition.year = ?1 and r.active order by a.code, j.handle",
        year);
  }

  /** Every recusal of these members there ever was, also those that were lifted. */
  public static List<Recusal> ever(int year) {
    return list(
        "from Recusal r join fetch r.juror j join fetch r.authority a where j.edition.year = ?1",
        year);
  }

  /** The recusal of this number in an edition, in force, with member and authority, or 404. */
  public static Recusal required(int year, long id) {
    return Recusal.<Recusal>find(
            "from Recusal r join fetch r.juror j join fetch r.authority"
                + " where r.id = ?1 and j.edition.year = ?2 and r.active",
            id,
            year)
        .firstResultOptional()
        .orElseThrow(() -> unknown(id));
  }

  /** The same, locked until the transaction ends; its row alone is read. */
  public static Recusal locked(long id) {
    return Locks.exclusive(Recusal.class, id)
        .filter(r -> r.active != null)
        .orElseThrow(() -> unknown(id));
  }

  private static Refusal unknown(long id) {
    return new Refusal(Problem.RECUSAL_NOT_FOUND, String.valueOf(id));
  }

  @Override
  public Audited.State recorded() {
    return RecusalStates.of(this);
  }

  @Override
  public int version() {
    return version;
  }
}
