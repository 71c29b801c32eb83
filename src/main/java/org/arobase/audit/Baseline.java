package org.arobase.audit;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.arobase.audit.LastEvents.Key;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.database.Stateless;

/**
 * Begins the audit record of each kind: existing subjects are recorded as found, not as created.
 */
@ApplicationScoped
@RetryOnLostRace
public class Baseline {
  private static final String BEGINNING = "record";

  private final Instance<StateSource> kinds;
  private final Audit audit;

  Baseline(Instance<StateSource> kinds, Audit audit) {
    this.kinds = kinds;
    this.audit = audit;
  }

  /**
   * Records what is there of each kind that is not recorded yet, once in the life of a database: at
   * its first start, and at the first start of a release that records one more kind. A record that
   * somebody has cut is not begun again: their changes would be found as if they had always been
   * there.
   *
   * @param isRecordIntact asked only when there is something to record
   */
  @Transactional
  public void recordOnce(BooleanSupplier isRecordIntact) {
    Set<String> begun =
        AuditEvent.<AuditEvent>list("kind", BEGINNING).stream()
            .map(event -> event.subject)
            .collect(Collectors.toSet());
    Set<String> fresh = kinds.stream().flatMap(a -> a.kinds().stream()).collect(Collectors.toSet());
    fresh.removeAll(begun);
    if (fresh.isEmpty()) {
      return;
    }
    if (!isRecordIntact.getAsBoolean()) {
      Log.error("The record is not as it was written: nothing is added to it. Verify the record.");
      return;
    }
    recordUnknown(Action.FOUND, fresh);
    for (String kind : fresh) {
      Subject beginning = Subject.outside(BEGINNING, kind);
      audit.record(Action.FOUND, new StateSource.State(beginning, ""), null);
    }
  }

  /**
   * Makes entities in great number and then records them, all in one transaction. Only for kinds of
   * which there was nothing before: rows that somebody put there by SQL would be recorded too.
   *
   * @param make makes them, and says whether it did
   */
  @Transactional
  public void recordMade(Set<String> kinds, BooleanSupplier make) {
    boolean made =
        OpenDoor.with(
            () -> {
              boolean any = make.getAsBoolean();
              AuditEvent.flush();
              return any;
            });
    if (made) {
      recordUnknown(Action.CREATED, kinds);
    }
  }

  private void recordUnknown(Action action, Set<String> wanted) {
    Set<Key> known = new HashSet<>();
    Stateless.each(
        "select distinct e.kind, e.subject from AuditEvent e where e.kind in :kinds",
        Key.class,
        Map.of("kinds", wanted),
        known::add);
    for (StateSource source : kinds) {
      if (source.kinds().stream().anyMatch(wanted::contains)) {
        source.present(
            null,
            state -> {
              if (wanted.contains(state.subject().kind()) && known.add(Key.of(state.subject()))) {
                audit.record(action, state, null);
              }
            });
      }
    }
  }
}
