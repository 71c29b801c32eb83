package org.arobase.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/** Compares the present state of the database with the last event of each subject. */
@ApplicationScoped
public class RecordedStates {
  private final Instance<StateSource> kinds;
  private final Audit audit;
  private final ServerKey key;

  RecordedStates(Instance<StateSource> kinds, Audit audit, ServerKey key) {
    this.kinds = kinds;
    this.audit = audit;
    this.key = key;
  }

  /**
   * The result of a comparison.
   *
   * @param compared how many subjects there are that count
   * @param contradicted the subjects that are not as they were recorded last, and those recorded
   *     that are gone
   */
  public record Comparison(long compared, List<Subject> contradicted) {}

  /**
   * Compares every subject of an edition.
   *
   * @param year null: of all editions and of none
   * @param counted which subjects {@link Comparison#compared} counts
   */
  @Transactional
  public Comparison compare(@Nullable Integer year, Predicate<Subject> counted) {
    return compare(year, counted, source -> true);
  }

  /**
   * Compares every subject of these kinds.
   *
   * @param year null: of all editions and of none
   */
  @Transactional
  public Comparison compare(@Nullable Integer year, Set<String> wanted) {
    return compare(
        year, subject -> true, source -> source.kinds().stream().anyMatch(wanted::contains));
  }

  private Comparison compare(
      @Nullable Integer year, Predicate<Subject> counted, Predicate<StateSource> which) {
    List<Subject> contradicted = new ArrayList<>();
    AtomicLong compared = new AtomicLong();
    for (StateSource source : kinds.stream().filter(which).toList()) {
      LastEvents last = LastEvents.of(source.kinds(), year, key);
      try {
        source.present(
            year,
            state -> {
              if (counted.test(state.subject())) {
                compared.incrementAndGet();
              }
              if (!last.takes(state)) {
                contradicted.add(state.subject());
              }
            });
        contradicted.addAll(last.untaken());
      } catch (RuntimeException e) {
        // rows that contradict each other cannot even be read: that is a finding, not a failure
        contradicted.add(Subject.outside(source.kinds().get(0), ""));
      }
    }
    return new Comparison(compared.get(), contradicted);
  }

  /**
   * Refuses to build on an edition in which anything is not as it was recorded last.
   *
   * @throws Refusal 409
   */
  @Transactional
  void requireRecorded(int year) {
    compare(year, subject -> true).contradicted().stream()
        .findFirst()
        .ifPresent(
            subject -> {
              throw new Refusal(AuditProblem.RECORD_CONTRADICTED, subject.kind());
            });
  }

  /** Records every state of an edition that is not the one that was recorded last. */
  @Transactional
  void recordChanges(int year, Action action) {
    for (StateSource source : kinds) {
      LastEvents last = LastEvents.of(source.kinds(), year, key);
      source.present(
          year,
          state -> {
            if (!last.takes(state)) {
              audit.record(action, state, null);
            }
          });
    }
  }
}
