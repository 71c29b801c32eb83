package org.arobase.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.Stateless;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/**
 * The last event of each subject of some kinds, reduced to what a comparison needs: an edition has
 * hundreds of thousands of events.
 */
final class LastEvents {
  /** What identifies a subject among all kinds. */
  record Key(String kind, String subject) {
    static Key of(Subject subject) {
      return new Key(subject.kind(), subject.key());
    }
  }

  private record Last(
      Subject subject, boolean removed, boolean signed, String nonce, String payloadHash) {
    boolean isOf(StateSource.State state) {
      return signed
          && payloadHash.equals(AuditEvent.commitment(nonce, Canonical.json(state.content())));
    }
  }

  private final Map<Key, Last> untaken = new HashMap<>();

  private LastEvents() {}

  /**
   * Reads the last events.
   *
   * @param year of which edition; null: of all subjects
   * @param key signed the events that this server wrote
   */
  static LastEvents of(Collection<String> kinds, @Nullable Integer year, ServerKey key) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("kinds", kinds);
    parameters.put("year", year);
    LastEvents last = new LastEvents();
    Stateless.each(
        "from AuditEvent e where e.id in (select max(x.id) from AuditEvent x"
            + " where x.kind in :kinds and (x.edition = :year or :year is null)"
            + " group by x.kind, x.subject)",
        AuditEvent.class,
        parameters,
        event -> last.put(event, key));
    return last;
  }

  private void put(AuditEvent event, ServerKey key) {
    untaken.put(
        Key.of(event.subject()),
        new Last(
            event.subject(),
            event.action.equals(Action.REMOVED.name()),
            event.isSigned(key),
            event.nonce,
            event.payloadHash));
  }

  /** Whether a state is the one that was recorded last; its subject is then done with. */
  boolean takes(StateSource.State state) {
    Last last = untaken.remove(Key.of(state.subject()));
    return last != null && last.isOf(state);
  }

  /** The subjects that were recorded, not removed, and not met. */
  List<Subject> untaken() {
    return untaken.values().stream().filter(last -> !last.removed()).map(Last::subject).toList();
  }
}
