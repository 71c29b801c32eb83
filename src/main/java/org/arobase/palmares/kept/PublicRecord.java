package org.arobase.palmares.kept;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.arobase.audit.AuditProblem;
import org.arobase.audit.RecordedStates;
import org.arobase.audit.Subject;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Stands for what the public is told: nothing is answered from keys, documents and lists that are
 * not as they were recorded, for somebody has then written them by SQL.
 */
@ApplicationScoped
public class PublicRecord {
  /** What public answers are made of, and belongs to no edition. */
  private static final Set<String> OF_ALL_YEARS = Set.of("signing-key", "past-results");

  /**
   * What they are made of in each edition. The tables of authorities are larger; the verification
   * reads them.
   */
  private static final Set<String> OF_A_YEAR =
      Set.of("published-document", "publication", "labels", "finalisation");

  private final RecordedStates states;
  private final Map<String, String> contradicted = new ConcurrentHashMap<>();

  PublicRecord(RecordedStates states) {
    this.states = states;
  }

  /**
   * Refuses to answer from a record that is contradicted, and raises the alarm in the log.
   *
   * @param year of the edition that the answer is about; null: of all of them
   * @param madeOf the kinds of recorded subjects that the answer is made of; empty: all
   * @throws Refusal 409
   */
  public void requireIntact(@Nullable Integer year, String... madeOf) {
    Predicate<String> wanted = madeOf.length == 0 ? kind -> true : Set.of(madeOf)::contains;
    List<Subject> found = new ArrayList<>(contradicted(null, OF_ALL_YEARS, wanted));
    found.addAll(contradicted(year, OF_A_YEAR, wanted));
    String about = year + " " + List.of(madeOf);
    if (found.isEmpty()) {
      contradicted.remove(about);
    } else {
      Subject first = found.get(0);
      contradicted.put(about, first.kind());
      Log.errorf(
          "What is published is not as it was recorded: %s %s. Verify the record.",
          first.kind(), first.key());
      throw new Refusal(AuditProblem.RECORD_CONTRADICTED, first.kind());
    }
  }

  private List<Subject> contradicted(
      @Nullable Integer year, Set<String> kinds, Predicate<String> wanted) {
    Set<String> compared = kinds.stream().filter(wanted).collect(Collectors.toSet());
    return states.compare(year, compared).contradicted();
  }

  /** What was found contradicted, by what was asked about, until it is found in order again. */
  Map<String, String> alarms() {
    return Map.copyOf(contradicted);
  }
}
