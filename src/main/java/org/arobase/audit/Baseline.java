package org.arobase.audit;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the record begins, kind by kind: what is there then is found, not created. */
@ApplicationScoped
public class Baseline {
  private static final String BEGINNING = "record";

  private final Instance<Audited> kinds;
  private final Audit audit;
  private final Verifier verifier;

  Baseline(Instance<Audited> kinds, Audit audit, Verifier verifier) {
    this.kinds = kinds;
    this.audit = audit;
    this.verifier = verifier;
  }

  /**
   * Records what is there of each kind that is not recorded yet, once in the life of a database: at
   * its first start, and at the first start of a release that records one more kind. A record that
   * somebody has cut is not begun anew: what he changed would be found as if it had always been so.
   */
  @Transactional
  public void recordOnce() {
    Set<String> begun =
        AuditEvent.<AuditEvent>list("kind", BEGINNING).stream()
            .map(event -> event.subject)
            .collect(Collectors.toSet());
    Set<String> fresh = kinds.stream().flatMap(a -> a.kinds().stream()).collect(Collectors.toSet());
    fresh.removeAll(begun);
    if (fresh.isEmpty()) {
      return;
    }
    if (!verifier.ofTheRecord().isEmpty()) {
      Log.error("The record is not as it was written: nothing is added to it. Verify it.");
    } else {
      recordUnknown(Action.FOUND, fresh);
      fresh.forEach(
          kind ->
              audit.record(Action.FOUND, new Audited.State(Subject.outside(BEGINNING, kind), "")));
    }
  }

  /**
   * Records what a start has just made in great number. Only for kinds of which there was nothing
   * before: what somebody put there by SQL would be recorded too.
   */
  @Transactional
  public void recordMade(Set<String> made) {
    recordUnknown(Action.CREATED, made);
  }

  private void recordUnknown(Action action, Set<String> wanted) {
    Set<List<String>> known = new HashSet<>();
    AuditEvent.<AuditEvent>list("kind in ?1", wanted)
        .forEach(e -> known.add(List.of(e.kind, e.subject)));
    for (Audited audited : kinds) {
      if (audited.kinds().stream().anyMatch(wanted::contains)) {
        audited.present(null).stream()
            .filter(state -> wanted.contains(state.subject().kind()))
            .filter(state -> !known.contains(key(state.subject())))
            .forEach(state -> audit.record(action, state));
      }
    }
  }

  private static List<String> key(Subject subject) {
    return List.of(subject.kind(), subject.key());
  }
}
