package org.arobase.audit;

import io.quarkus.arc.Arc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.platform.database.Transactions;

/**
 * For tests that put an edition back by SQL: what they did is put on record as if it were lawful.
 */
public final class Rewriting {
  private Rewriting() {}

  /** Records whatever of an edition is not as it was recorded last. */
  public static void record(int year) {
    Transactions.inNew(() -> recorded(year));
  }

  private static int recorded(int year) {
    Audit audit = Arc.container().instance(Audit.class).get();
    Map<List<String>, AuditEvent> last = new HashMap<>();
    AuditEvent.lastOnes(year).forEach(e -> last.put(List.of(e.kind, e.subject), e));
    for (Audited audited :
        Arc.container().listAll(Audited.class).stream().map(h -> h.get()).toList()) {
      for (Audited.State state : audited.present(year)) {
        last.remove(List.of(state.subject().kind(), state.subject().key()));
        if (!audit.isRecorded(state)) {
          audit.record(Action.CHANGED, state);
        }
      }
    }
    last.values().stream()
        .filter(e -> !e.action.equals(Action.REMOVED.name()))
        .forEach(e -> audit.record(Action.REMOVED, new Audited.State(subject(e), "")));
    return last.size();
  }

  private static Subject subject(AuditEvent e) {
    return new Subject(e.kind, e.subject, e.edition, e.dossier);
  }
}
