package org.arobase.scoresheet.secondreading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.access.AccessScope;
import org.arobase.audit.WriteDoor;
import org.arobase.dossier.Coverage;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.jury.Recusal;
import org.arobase.jury.assignment.Assignment;
import org.arobase.jury.assignment.Assignment.Purpose;
import org.arobase.jury.assignment.AssignmentApi;
import org.arobase.jury.assignment.AssignmentService;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.problem.Refusal;
import org.arobase.scoresheet.ScoreSheetProblem;
import org.arobase.scoresheet.secondreading.SecondReadingApi.Candidate;
import org.arobase.scoresheet.secondreading.SecondReadingApi.Candidates;

/** Assigns second readings of dossiers on which the jurors disagree, or which too few have read. */
@ApplicationScoped
@RetryOnLostRace
class SecondReadings {
  private final AccessScope scope;
  private final WriteDoor door;
  private final AssignmentService assignments;
  private final EntityManager database;

  SecondReadings(
      AccessScope scope, WriteDoor door, AssignmentService assignments, EntityManager database) {
    this.scope = scope;
    this.door = door;
    this.assignments = assignments;
    this.database = database;
  }

  /**
   * The jurors who could give this dossier a second reading, best first.
   *
   * @throws Refusal 404 when the edition has no such dossier
   */
  @Transactional
  Candidates candidates(int year, String code) {
    Dossier dossier = Dossier.required(year, code);
    Map<Long, Coverage> coverage = Coverage.of(dossier.edition, database);
    Coverage own = Coverage.of(dossier, coverage);
    List<Assignment> known =
        Assignment.all(year).stream()
            .filter(a -> !scope.limits().hidden().contains(a.dossier.code()))
            .toList();
    Workload workload = Workload.of(known, submitted(known), coverage);
    Set<String> unable = unable(dossier);
    List<Candidate> candidates =
        Juror.all(year).stream()
            .filter(juror -> juror.isAvailable() && !unable.contains(juror.handle))
            .filter(juror -> workload.leavesRoom(juror, own.initiatives()))
            .map(
                juror ->
                    new Candidate(
                        juror.handle,
                        juror.name,
                        own.knownTo(juror.competences()),
                        workload.left(juror),
                        workload.load(juror)))
            .sorted(
                Comparator.comparingInt((Candidate c) -> -c.known())
                    .thenComparingInt(Candidate::left)
                    .thenComparingInt(Candidate::load)
                    .thenComparing(Candidate::juror))
            .toList();
    return new Candidates(code, own.initiatives(), candidates);
  }

  /** The database ids of the assignments whose sheet is submitted. */
  private Set<Long> submitted(List<Assignment> all) {
    return database
        .createQuery(
            "select s.assignmentId from ScoreSheet s where s.status = 'SUBMITTED'"
                + " and s.assignmentId in :all",
            Long.class)
        .setParameter("all", all.stream().map(a -> a.id).toList())
        .getResultStream()
        .collect(Collectors.toSet());
  }

  /** The ids of the jurors who are recused from a dossier, or have or had it. */
  private static Set<String> unable(Dossier dossier) {
    Set<String> unable = new HashSet<>();
    Recusal.all(dossier.edition.year).stream()
        .filter(r -> r.authority.code.equals(dossier.code()))
        .forEach(r -> unable.add(r.juror.handle));
    Assignment.ever(dossier).forEach(a -> unable.add(a.juror.handle));
    return unable;
  }

  /**
   * Assigns a second reading of a dossier to a juror.
   *
   * @throws Refusal 409 when the juror is recused from it, is not available, or has or had it
   */
  @Transactional
  public AssignmentApi.Entry assign(int year, String code, String handle) {
    // locked, not only held: no other request may replace all assignments meanwhile
    Edition edition = Edition.locked(year, scope);
    Dossier dossier = Dossier.locked(year, code);
    scope.require(code);
    Juror juror = Juror.locked(year, handle);
    boolean hadIt = Assignment.everOf(juror, dossier).isPresent();
    if (!juror.isAvailable() || hadIt || Recusal.isInForce(juror, code)) {
      throw new Refusal(ScoreSheetProblem.CANNOT_READ, handle, code);
    }
    Assignment assignment = new Assignment(juror, dossier);
    assignment.purpose = Purpose.SECOND_READING;
    door.create(assignment);
    assignments.raiseVersion(edition);
    return AssignmentApi.Entry.from(assignment);
  }

  /** Initiatives to read, and sheets left to submit, by juror id. */
  private record Workload(Map<String, Integer> loads, Map<String, Integer> unsubmitted) {
    /** Counts only these assignments: those that the caller may know. */
    static Workload of(List<Assignment> all, Set<Long> submitted, Map<Long, Coverage> coverage) {
      Map<String, Integer> loads = new HashMap<>();
      Map<String, Integer> left = new HashMap<>();
      for (Assignment a : all) {
        loads.merge(a.juror.handle, Coverage.of(a.dossier, coverage).initiatives(), Integer::sum);
        left.merge(a.juror.handle, submitted.contains(a.id) ? 0 : 1, Integer::sum);
      }
      return new Workload(loads, left);
    }

    int load(Juror juror) {
      return loads.getOrDefault(juror.handle, 0);
    }

    int left(Juror juror) {
      return unsubmitted.getOrDefault(juror.handle, 0);
    }

    boolean leavesRoom(Juror juror, int initiatives) {
      return juror.capacity == null || load(juror) + initiatives <= juror.capacity;
    }
  }
}
