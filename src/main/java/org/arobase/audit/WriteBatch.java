package org.arobase.audit;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.arobase.platform.database.Versioned;
import org.arobase.platform.database.Versions;

/**
 * Many writes of which each subject is recorded once, at its end: an import of a long file. {@link
 * WriteDoor#batch} gives one out and fails when a subject that was written is not recorded.
 */
public final class WriteBatch {
  private final Audit audit;
  private final Set<Object> unrecorded = new HashSet<>();
  private boolean abandoned;

  WriteBatch(Audit audit) {
    this.audit = audit;
  }

  /**
   * Refuses to go on with a subject that is not as it was recorded last.
   *
   * @throws org.arobase.platform.problem.Refusal 409
   */
  public void requireRecorded(Recorded subject) {
    audit.requireRecorded(subject.recorded());
  }

  /**
   * Writes rows of a subject.
   *
   * @param subject a key of the caller's own for the subject
   */
  public void write(Object subject, Runnable write) {
    unrecorded.add(subject);
    OpenDoor.with(
        () -> {
          write.run();
          return subject;
        });
  }

  /** Changes a row of a subject and raises the version of the row. */
  public <V extends Versioned> void change(Object subject, V row, Consumer<V> change) {
    int before = row.version();
    write(
        subject,
        () -> {
          change.accept(row);
          Versions.raise(row, before);
        });
  }

  /** Makes the last change of a subject, and records its state after all of them. */
  public <E extends Recorded> void end(Object subject, E entity, Action action, Consumer<E> last) {
    OpenDoor.with(
        () -> {
          last.accept(entity);
          Panache.getEntityManager().flush();
          return entity;
        });
    audit.record(action, entity.recorded(), null);
    Panache.getEntityManager().flush();
    unrecorded.remove(subject);
  }

  /** Says that nothing of the batch will be kept. */
  public void abandon() {
    abandoned = true;
  }

  void requireEnded() {
    if (!abandoned && !unrecorded.isEmpty()) {
      throw new IllegalStateException("Written and not recorded: " + unrecorded);
    }
  }
}
