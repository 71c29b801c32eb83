package org.arobase.edition;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.arobase.framework.Framework;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A year's edition of the label. */
@Entity
public class Edition extends PanacheEntityBase {
  @Id public Integer year;

  /** 21 for the 21st, of 2020. */
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

  /** Why the last step was taken, where somebody said so. */
  @Column(columnDefinition = "text")
  public String phaseReason;

  /** The day that an initiative's age is judged on. */
  @Column(nullable = false)
  public LocalDate referenceDate;

  /** When jurors are to have submitted; null when nobody has said so. */
  public @Nullable Instant evaluationEndsAt;

  /** Since when it is in its phase; null of one that was moved before that was kept. */
  public @Nullable Instant phaseSince;

  @Version public int version;

  @Transient private RatingPolicy parsed;

  /** The rules of its ratings. */
  public RatingPolicy policy() {
    if (parsed == null) {
      parsed = Canonical.read(policy, RatingPolicy.class);
    }
    return parsed;
  }

  void setPolicy(RatingPolicy policy) {
    this.policy = Canonical.json(policy);
    this.policyHash = Canonical.hash(this.policy);
    this.parsed = policy;
  }

  /** Refuses what may only happen in these phases. */
  public Edition in(Phase... phases) {
    if (!Arrays.asList(phases).contains(phase)) {
      String needed = Arrays.stream(phases).map(Phase::name).collect(Collectors.joining(", "));
      throw new Refusal(Problem.WRONG_PHASE, String.valueOf(year), phase.name(), needed);
    }
    return this;
  }

  /** All editions, the newest first. */
  static List<Edition> all() {
    return list("from Edition e join fetch e.framework order by e.year desc");
  }

  /** The editions that use a framework, with it. */
  static List<Edition> of(String framework) {
    return list(
        "from Edition e join fetch e.framework f where f.id = ?1 order by e.year", framework);
  }

  /** The edition of this year, or 404. */
  public static Edition required(int year) {
    return present(year, LockModeType.NONE);
  }

  /**
   * The edition of this year, held in its phase until the transaction ends: others may hold it so
   * too, nobody can move it. The first statement of every write that depends on the phase.
   */
  public static Edition held(int year) {
    return present(year, LockModeType.PESSIMISTIC_READ);
  }

  /** The edition of this year, locked to be moved: waits for whoever holds it. */
  public static Edition locked(int year) {
    return present(year, LockModeType.PESSIMISTIC_WRITE);
  }

  private static Edition present(int year, LockModeType lock) {
    return ByKey.find(Edition.class, year, lock)
        .orElseThrow(() -> new Refusal(Problem.EDITION_NOT_FOUND, String.valueOf(year)));
  }
}
