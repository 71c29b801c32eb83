package org.arobase.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Compares the present state of the database with the last event of each subject. */
@ApplicationScoped
public class RecordedStates {
  private final Instance<StateSource> kinds;
  private final Audit audit;

  RecordedStates(Instance<StateSource> kinds, Audit audit) {
    this.kinds = kinds;
    this.audit = audit;
  }

  /**
   * The result of a comparison.
   *
   * @param compared how many subjects there are
   * @param contradicted the subjects that are not as they were recorded last, and those recorded
   *     that are gone
   */
  public record Comparison(long compared, List<Subject> contradicted) {}

  private record Key(String kind, String subject) {
    static Key of(Subject subject) {
      return new Key(subject.kind(), subject.key());
    }
  }

  /** Compares every subject of an edition; null: of all editions and of none. */
  @Transactional
  public Comparison compare(@Nullable Integer year) {
    Map<Key, AuditEvent> last = last(year);
    List<Subject> contradicted = new ArrayList<>();
    long compared = 0;
    for (StateSource source : kinds) {
      try {
        List<StateSource.State> present = source.present(year);
        compared += present.size();
        contradicted.addAll(contradicted(present, last));
        contradicted.addAll(missing(Set.copyOf(source.kinds()), last));
      } catch (RuntimeException e) {
        // rows that contradict each other cannot even be read: that is a finding, not a failure
        contradicted.add(Subject.outside(source.kinds().get(0), ""));
      }
    }
    return new Comparison(compared, contradicted);
  }

  private static Map<Key, AuditEvent> last(@Nullable Integer year) {
    Map<Key, AuditEvent> last = new HashMap<>();
    AuditEvent.lastOnes(year).forEach(e -> last.put(Key.of(e.subject()), e));
    return last;
  }

  private List<Subject> contradicted(List<StateSource.State> present, Map<Key, AuditEvent> last) {
    return present.stream()
        .filter(state -> !audit.isOf(last.remove(Key.of(state.subject())), state))
        .map(StateSource.State::subject)
        .toList();
  }

  private static List<Subject> missing(Set<String> kinds, Map<Key, AuditEvent> last) {
    return last.values().stream()
        .filter(e -> kinds.contains(e.kind) && !e.action.equals(Action.REMOVED.name()))
        .map(AuditEvent::subject)
        .toList();
  }

  /**
   * Refuses to build on an edition in which anything is not as it was recorded last.
   *
   * @throws Refusal 409
   */
  @Transactional
  void requireRecorded(int year) {
    compare(year).contradicted().stream()
        .findFirst()
        .ifPresent(
            subject -> {
              throw new Refusal(AuditProblem.RECORD_CONTRADICTED, subject.kind());
            });
  }

  /** Records every state of an edition that is not the one that was recorded last. */
  @Transactional
  void recordChanges(int year, Action action) {
    Map<Key, AuditEvent> last = last(year);
    for (StateSource source : kinds) {
      for (StateSource.State state : source.present(year)) {
        if (!audit.isOf(last.get(Key.of(state.subject())), state)) {
          audit.record(action, state, null);
        }
      }
    }
  }
}
