package org.arobase.edition;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.arobase.access.AccessProblem;
import org.arobase.access.AccessScope;
import org.arobase.access.Phase;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.framework.Framework;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.Locks;
import org.arobase.platform.database.Versioned;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A year's edition of the label. */
@Entity
public class Edition extends PanacheEntityBase implements Recorded, Versioned {
  @Id public Integer year;

  /** The ordinal number, for example 21 for the 21st edition, of 2020. */
  @Column(nullable = false)
  public int number;

  @Column(nullable = false)
  public String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Phase phase = Phase.DRAFT;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "framework_id")
  public Framework framework;

  @Column(nullable = false, columnDefinition = "longtext")
  String policy;

  /** SHA-256 of the policy's canonical JSON. */
  @Column(nullable = false)
  public String policyHash;

  /** The reason of the last phase step; null when none was given. */
  @Column(columnDefinition = "text")
  public String phaseReason;

  /** The day on which the age of initiatives is measured. */
  @Column(nullable = false)
  public LocalDate referenceDate;

  /** The deadline for jurors to submit; null when none is set. */
  public @Nullable Instant evaluationEndsAt;

  /** When the edition entered its phase; null when it was moved before this was stored. */
  public @Nullable Instant phaseSince;

  @Version public int version;

  @Transient private RatingPolicy parsed;

  /** The rules of the edition's ratings. */
  public RatingPolicy policy() {
    if (parsed == null) {
      parsed = Canonical.readOnce(policy, RatingPolicy.class);
    }
    return parsed;
  }

  void setPolicy(RatingPolicy policy) {
    this.policy = Canonical.json(policy);
    this.policyHash = Canonical.hash(this.policy);
    this.parsed = policy;
  }

  /**
   * Refuses an act that is only possible in these phases.
   *
   * @return this edition
   * @throws Refusal 409
   */
  public Edition requirePhase(Phase... phases) {
    phase.requireOneOf(year, List.of(phases));
    return this;
  }

  /** All editions, the newest first. */
  static List<Edition> all() {
    return list("from Edition e join fetch e.framework order by e.year desc");
  }

  /** The editions that use a framework, by year, with the framework loaded. */
  static List<Edition> of(String framework) {
    return list(
        "from Edition e join fetch e.framework f where f.id = ?1 order by e.year", framework);
  }

  /**
   * The edition of this year, with its framework.
   *
   * @throws Refusal 404
   */
  public static Edition required(int year) {
    return present(ofYear(year), year);
  }

  /** The edition of this year, with its framework, if there is one. */
  public static Optional<Edition> ofYear(int year) {
    return Edition.<Edition>find("from Edition e join fetch e.framework where e.year = ?1", year)
        .firstResultOptional();
  }

  /**
   * The edition of this year, held in its phase until the transaction ends: others may hold it too,
   * nobody can move it. The first statement of every write that depends on the phase.
   *
   * @param scope of the request; the operation must be allowed in the present phase
   * @throws Refusal 404, or 409 in another phase
   */
  public static Edition held(int year, AccessScope scope) {
    return allowed(present(Locks.shared(Edition.class, year), year), scope);
  }

  /**
   * The edition of this year, locked for a change: waits for all who hold it.
   *
   * @param scope of the request; the operation must be allowed in the present phase
   * @throws Refusal 404, or 409 in another phase
   */
  public static Edition locked(int year, AccessScope scope) {
    return allowed(locked(year), scope);
  }

  /** The edition of this year, locked for a change that the server makes by itself. */
  public static Edition locked(int year) {
    return present(Locks.exclusive(Edition.class, year), year);
  }

  private static Edition allowed(Edition edition, AccessScope scope) {
    scope.requirePhase(edition.year, edition.phase);
    return edition;
  }

  private static Edition present(Optional<Edition> found, int year) {
    return found.orElseThrow(
        () -> new Refusal(AccessProblem.EDITION_NOT_FOUND, String.valueOf(year)));
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public StateSource.State recorded() {
    return EditionStates.of(this);
  }
}
