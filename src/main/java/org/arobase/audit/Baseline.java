package org.arobase.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Where the record begins: what is there at the first start is found, not created. */
@ApplicationScoped
public class Baseline {
  private static final Audited.State MARK =
      new Audited.State(Subject.outside("record", "begins"), "");

  private final Instance<Audited> kinds;
  private final Audit audit;

  Baseline(Instance<Audited> kinds, Audit audit) {
    this.kinds = kinds;
    this.audit = audit;
  }

  /** Records what nobody has recorded, once in the life of a database. */
  @Transactional
  public void recordOnce() {
    if (AuditEvent.count("kind = ?1", MARK.subject().kind()) > 0) {
      return;
    }
    recordUnknown(Action.FOUND, kind -> true);
    audit.record(Action.FOUND, MARK);
  }

  /**
   * Records what a start has just made in great number. Only for kinds of which there was nothing
   * before: what somebody put there by SQL would be recorded too.
   */
  @Transactional
  public void recordMade(Set<String> made) {
    recordUnknown(Action.CREATED, made::contains);
  }

  private void recordUnknown(Action action, Predicate<String> wanted) {
    Set<List<String>> known = new HashSet<>();
    AuditEvent.<AuditEvent>listAll().forEach(e -> known.add(List.of(e.kind, e.subject)));
    for (Audited audited : kinds) {
      if (audited.kinds().stream().anyMatch(wanted)) {
        audited.present().stream()
            .filter(state -> !known.contains(key(state.subject())))
            .forEach(state -> audit.record(action, state));
      }
    }
  }

  private static List<String> key(Subject subject) {
    return List.of(subject.kind(), subject.key());
  }
}
