package org.arobase.audit;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.arobase.platform.database.Versioned;
import org.arobase.platform.database.Versions;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Refusal;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * The one door for writes to what is recorded. Each method takes a subject that is locked and does
 * the rest in one order: it checks {@code If-Match}, refuses a subject that is not as it was
 * recorded last, runs the change, raises the version and records the new state. A recorded entity
 * that Hibernate writes in any other way fails ({@link UnrecordedWriteCheck}); a native statement
 * is found by the next write of the subject and by the verification.
 *
 * <p>The caller holds the edition and locks the subject before, in this order: edition, dossier or
 * assignment, then the subject itself.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class WriteDoor {
  /**
   * A CDI event: a subject has a new recorded state. Observers run in the transaction of the act,
   * which their failure undoes.
   */
  public record Act(Action action, Subject subject) {}

  private final Audit audit;
  private final RecordedStates states;

  WriteDoor(Audit audit, RecordedStates states) {
    this.audit = audit;
    this.states = states;
  }

  /**
   * Changes an entity as the caller has seen it.
   *
   * @param ifMatch the header as received, or null
   * @throws Refusal 428 without {@code If-Match}, 412 with another version, 409 when the entity is
   *     not as it was recorded
   */
  public <E extends Recorded & Versioned> E change(
      E entity, @Nullable String ifMatch, Action action, Consumer<E> change) {
    IfMatch.require(ifMatch, entity.version());
    return change(entity, action, change);
  }

  /**
   * Changes an entity.
   *
   * @throws Refusal 409 when it is not as it was recorded
   */
  public <E extends Recorded> E change(E entity, Action action, Consumer<E> change) {
    return change(entity, action, change, null);
  }

  /**
   * Changes an entity in the name of another user than the caller.
   *
   * @param inTheNameOf the user; null: the caller
   * @throws Refusal 409 when the entity is not as it was recorded
   */
  public <E extends Recorded> E change(
      E entity, Action action, Consumer<E> change, @Nullable String inTheNameOf) {
    if (entity.isRecordedYet()) {
      audit.requireRecorded(entity.recorded());
    }
    OpenDoor.with(() -> changed(entity, change));
    audit.record(action, entity.recorded(), inTheNameOf);
    return entity;
  }

  private static <E extends Recorded> E changed(E subject, Consumer<E> change) {
    EntityManager database = Panache.getEntityManager();
    if (subject instanceof Versioned versioned && database.contains(versioned.versionedRow())) {
      int before = versioned.version();
      change.accept(subject);
      Versions.raise(versioned, before);
    } else {
      change.accept(subject);
      database.flush();
    }
    return subject;
  }

  /** Stores a new entity. */
  public <E extends Recorded> E create(E entity) {
    return create(Action.CREATED, entity, null);
  }

  /**
   * Stores a new entity.
   *
   * @param whenTaken the refusal when the database has one with the same key already
   */
  public <E extends Recorded> E create(E entity, Supplier<Refusal> whenTaken) {
    try {
      return create(entity);
    } catch (ConstraintViolationException e) {
      // the key decides, so that two requests at once cannot both pass a check
      throw whenTaken.get();
    }
  }

  /**
   * Stores a new entity in the name of another user than the caller.
   *
   * @param inTheNameOf the user; null: the caller
   * @throws ConstraintViolationException when the database has one with the same key already
   */
  public <E extends Recorded> E create(Action action, E entity, @Nullable String inTheNameOf) {
    OpenDoor.with(
        () -> {
          EntityManager database = Panache.getEntityManager();
          database.persist(entity);
          database.flush();
          return entity;
        });
    audit.record(action, entity.recorded(), inTheNameOf);
    return entity;
  }

  /**
   * Deletes an entity.
   *
   * @throws Refusal 409 when it is not as it was recorded
   * @throws ConstraintViolationException when other rows refer to it
   */
  public void remove(Recorded entity) {
    StateSource.State last = entity.recorded();
    audit.requireRecorded(last);
    OpenDoor.with(
        () -> {
          EntityManager database = Panache.getEntityManager();
          database.remove(entity);
          database.flush();
          return entity;
        });
    audit.record(Action.REMOVED, last, null);
  }

  /**
   * Writes a subject of several rows.
   *
   * @param before its state before; null where there was nothing
   * @param write makes the change, and gives the state after it
   * @throws Refusal 409 when the state before is not as it was recorded
   */
  public void write(
      StateSource.@Nullable State before, Action action, Supplier<StateSource.State> write) {
    write(before, action, write, null);
  }

  /**
   * Writes a subject of several rows in the name of another user than the caller.
   *
   * @param inTheNameOf the user; null: the caller
   * @throws Refusal 409 when the state before is not as it was recorded
   */
  public void write(
      StateSource.@Nullable State before,
      Action action,
      Supplier<StateSource.State> write,
      @Nullable String inTheNameOf) {
    if (before != null) {
      audit.requireRecorded(before);
    }
    audit.record(
        action,
        OpenDoor.with(
            () -> {
              StateSource.State after = write.get();
              Panache.getEntityManager().flush();
              return after;
            }),
        inTheNameOf);
  }

  /**
   * Refuses to build on a state that is not the one that was recorded last.
   *
   * @throws Refusal 409
   */
  public void requireRecorded(StateSource.State present) {
    audit.requireRecorded(present);
  }

  /**
   * Refuses to build on an edition in which anything is not as it was recorded last.
   *
   * @throws Refusal 409
   */
  public void requireIntact(int year) {
    states.requireRecorded(year);
  }

  /**
   * Refuses to build on the absence of a subject that was recorded: somebody has deleted it by SQL.
   *
   * @throws Refusal 409
   */
  public void requireNothing(Subject subject) {
    if (AuditEvent.last(subject) != null) {
      throw new Refusal(AuditProblem.RECORD_CONTRADICTED, subject.kind());
    }
  }

  /** Whether a state is the one that was recorded last. */
  public boolean isRecorded(StateSource.State present) {
    return audit.isRecorded(present);
  }

  /**
   * Rewrites many subjects of an edition and records each state that changed. The write may use
   * statements that pass by Hibernate.
   *
   * @throws Refusal 409 when anything in the edition is not as it was recorded last
   */
  public void rewrite(int year, Action action, Runnable write) {
    requireIntact(year);
    OpenDoor.with(
        () -> {
          write.run();
          Panache.getEntityManager().flush();
          return null;
        });
    // the entities read before are not what the statements have left
    Panache.getEntityManager().clear();
    states.recordChanges(year, action);
  }

  /**
   * Runs many writes of which each subject is recorded once, at its end.
   *
   * @throws IllegalStateException when a subject that was written is not recorded
   */
  public <T> T batch(Function<WriteBatch, T> work) {
    WriteBatch batch = new WriteBatch(audit);
    T result = work.apply(batch);
    batch.requireEnded();
    return result;
  }
}
