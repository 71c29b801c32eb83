package org.arobase.audit;

import io.quarkus.arc.Arc;
import java.util.List;
import org.arobase.platform.database.Transactions;

/** For tests that put an edition back by SQL: records these edits as if they were lawful. */
public final class Rewriting {
  private Rewriting() {}

  /** Records each state of an edition that differs from its last record. */
  public static void record(int year) {
    Transactions.inNew(() -> recorded(year));
  }

  /** Writes entities past the door, in a transaction of their own. */
  public static void unrecorded(Runnable write) {
    Transactions.inNew(
        () ->
            OpenDoor.with(
                () -> {
                  write.run();
                  AuditEvent.flush();
                  return true;
                }));
  }

  private static long recorded(int year) {
    Audit audit = Arc.container().instance(Audit.class).get();
    RecordedStates states = Arc.container().instance(RecordedStates.class).get();
    states.recordChanges(year, Action.CHANGED);
    List<Subject> gone = states.compare(year, subject -> true).contradicted();
    gone.forEach(subject -> audit.record(Action.REMOVED, new StateSource.State(subject, ""), null));
    return gone.size();
  }
}
