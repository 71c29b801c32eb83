package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.arobase.access.AccessScope.Limits;
import org.arobase.audit.Action;
import org.arobase.audit.Subject;
import org.arobase.audit.WriteDoor.Act;
import org.arobase.edition.Edition;

/**
 * Counts, for each dossier, the acts that can change its rating. The count is raised in the
 * transaction of the act, so that whoever reads it and the marks in one snapshot reads what belongs
 * together.
 */
@ApplicationScoped
public class RatingVersions {
  /** The kinds of recorded subjects that a rating is made of. */
  private static final Set<String> KINDS = Set.of("dossier", "assignment", "score-sheet");

  private final EntityManager database;
  private final TransactionSynchronizationRegistry transaction;
  private final AtomicLong committed = new AtomicLong();

  RatingVersions(EntityManager database, TransactionSynchronizationRegistry transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  /**
   * Everything in an edition that its ratings depend on beside the dossiers.
   *
   * @param framework hash of the framework
   * @param policy hash of the policy
   * @param referenceDate decides which initiatives count
   */
  record Rules(String framework, String policy, LocalDate referenceDate) {
    static Rules of(Edition edition) {
      return new Rules(edition.framework.contentHash, edition.policyHash, edition.referenceDate);
    }
  }

  /**
   * The state of an edition, as far as the ratings depend on it that a caller may know: equal
   * states have equal ratings. No act on a hidden dossier changes it.
   *
   * @param acts the number of acts on the dossiers that are not hidden
   * @param limits the dossiers that the caller may know
   */
  public record State(int year, Rules rules, long acts, Limits limits) {}

  private record Version(String code, int version) {}

  private record Present(String framework, String policy, String referenceDate, long acts) {}

  private static final String PRESENT =
      """
      select f.content_hash framework, e.policy_hash policy, cast(e.reference_date as char) day,
          cast(coalesce((select sum(v.version) from rating_version v
            where v.edition_year = e.year and v.code not in (:hidden)), 0) as integer) acts
        from edition e join framework f on f.id = e.framework_id where e.year = :year
      """;

  /**
   * The present state of an edition, in one statement.
   *
   * @throws jakarta.persistence.NoResultException when there is no such edition; the guard has
   *     looked
   */
  State state(int year, Limits limits) {
    Present present =
        (Present)
            database
                .createNativeQuery(PRESENT, Present.class)
                .setParameter("year", year)
                .setParameter("hidden", limits.hidden().isEmpty() ? Set.of("") : limits.hidden())
                .getSingleResult();
    Rules rules =
        new Rules(present.framework(), present.policy(), LocalDate.parse(present.referenceDate()));
    return new State(year, rules, present.acts(), limits);
  }

  /** The number of acts on each dossier of an edition, by code. */
  Map<String, Integer> of(int year) {
    Map<String, Integer> versions = new HashMap<>();
    database
        .createNativeQuery(
            "select code, version from rating_version where edition_year = :year", Version.class)
        .setParameter("year", year)
        .getResultStream()
        .forEach(v -> versions.put(((Version) v).code(), ((Version) v).version()));
    return versions;
  }

  /**
   * Whether the present transaction has raised a version: what it reads may still be undone, and
   * must not be kept for others.
   */
  boolean isRaisedHere() {
    return transaction.getResource(RatingVersions.class) != null;
  }

  /**
   * A number that rises soon after each act that this server commits. Other servers' acts are only
   * seen in the database.
   */
  public long committedHere() {
    return committed.get();
  }

  void raise(@Observes Act act) {
    Subject subject = act.subject();
    if (concerns(act)) {
      raise(subject.edition(), subject.dossier());
    }
  }

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) Act act) {
    if (concerns(act)) {
      committed.incrementAndGet();
    }
  }

  /** Whether the act can change a rating; a draft that is not submitted cannot. */
  private static boolean concerns(Act act) {
    Subject subject = act.subject();
    boolean isDraft = act.action() == Action.CHANGED && subject.kind().equals("score-sheet");
    return subject.edition() != null
        && subject.dossier() != null
        && !isDraft
        && KINDS.contains(subject.kind());
  }

  private void raise(int year, String code) {
    if (raised().add(year + "/" + code)) {
      database
          .createNativeQuery(
              "insert into rating_version (edition_year, code, version) values (:year, :code, 1)"
                  + " on duplicate key update version = version + 1")
          .setParameter("year", year)
          .setParameter("code", code)
          // nothing is written that the statement needs: no flush, however much is managed
          .setFlushMode(FlushModeType.COMMIT)
          .executeUpdate();
    }
  }

  /** What the present transaction has raised: once is enough. */
  @SuppressWarnings("unchecked")
  private Set<String> raised() {
    Set<String> raised = (Set<String>) transaction.getResource(RatingVersions.class);
    if (raised == null) {
      raised = new HashSet<>();
      transaction.putResource(RatingVersions.class, raised);
    }
    return raised;
  }
}
