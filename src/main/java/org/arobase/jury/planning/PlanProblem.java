package org.arobase.jury.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.authority.LocalAuthority;
import org.arobase.dossier.Coverage;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.jury.Assignment;
import org.arobase.jury.Assignment.Purpose;
import org.arobase.jury.BegunReading;
import org.arobase.jury.Juror;
import org.arobase.jury.Recusal;
import org.arobase.jury.planning.Member.Origin;
import org.arobase.jury.planning.PlanningWork.Parameters;

/** Makes of the database what the solver works on. */
@ApplicationScoped
class PlanProblem {
  private final EntityManager database;
  private final BegunReading begun;

  PlanProblem(EntityManager database, BegunReading begun) {
    this.database = database;
    this.begun = begun;
  }

  /**
   * What is to be solved, and what is known of it beside.
   *
   * @param before the assignments there are, by seat; a seat without one is not in it
   * @param cuts the policy's thresholds
   */
  record Problem(Plan plan, Map<Integer, Assignment> before, List<BigDecimal> cuts) {}

  Problem of(int year, Parameters wanted, Set<String> hidden) {
    Edition edition = Edition.required(year);
    List<Member> members = members(year);
    Map<String, Member> byHandle =
        members.stream().collect(Collectors.toMap(m -> m.handle, m -> m));
    List<Reading> readings = readings(edition, hidden);
    Seating seating = new Seating(byHandle, begun.of(year));
    Map<String, List<Assignment>> present =
        Assignment.all(year).stream()
            .sorted(
                Comparator.comparing((Assignment a) -> !seating.stays(a))
                    .thenComparing(a -> a.juror.handle))
            .collect(Collectors.groupingBy(a -> a.dossier.code()));
    for (Reading reading : readings) {
      List<Assignment> there = present.getOrDefault(reading.code, List.of());
      seating.add(reading, there, wanted);
    }
    Plan plan = new Plan(members, readings, seating.priors, seating.seats);
    return new Problem(plan, seating.before, edition.policy().levels().thresholds());
  }

  private static List<Member> members(int year) {
    List<Member> members = new ArrayList<>();
    for (Juror juror : Juror.all(year)) {
      if (juror.isAvailable()) {
        members.add(
            new Member(
                members.size(),
                juror.handle,
                Objects.requireNonNullElse(juror.capacity, Member.NO_LIMIT),
                juror.competences(),
                origin(juror.affiliation),
                juror.panel));
      }
    }
    return members;
  }

  private static Origin origin(LocalAuthority authority) {
    return authority == null
        ? Origin.UNKNOWN
        : new Origin(authority.code, authority.department, authority.region.code);
  }

  private List<Reading> readings(Edition edition, Set<String> hidden) {
    Map<Long, Coverage> coverage = Coverage.of(edition, database);
    Map<String, Set<String>> recused = new HashMap<>();
    Recusal.all(edition.year).forEach(r -> add(recused, r.authority.code, r.juror.handle));
    Map<String, Set<String>> before = readLastYear(edition.year);
    List<Reading> readings = new ArrayList<>();
    for (Dossier dossier : Dossier.all(edition.year)) {
      if (!hidden.contains(dossier.code())) {
        readings.add(
            new Reading(
                readings.size(),
                dossier.code(),
                Coverage.of(dossier, coverage),
                origin(dossier.authority),
                recused.getOrDefault(dossier.code(), Set.of()),
                before.getOrDefault(dossier.code(), Set.of())));
      }
    }
    return readings;
  }

  /** The ids, in this year's jury, of who read which authority's dossier the year before. */
  private static Map<String, Set<String>> readLastYear(int year) {
    Map<String, String> handles =
        Juror.all(year).stream().collect(Collectors.toMap(j -> j.username, j -> j.handle));
    Map<String, Set<String>> read = new HashMap<>();
    for (Assignment a : Assignment.all(year - 1)) {
      if (handles.containsKey(a.juror.username)) {
        add(read, a.dossier.code(), handles.get(a.juror.username));
      }
    }
    return read;
  }

  private static void add(Map<String, Set<String>> sets, String key, String value) {
    sets.computeIfAbsent(key, k -> new HashSet<>()).add(value);
  }

  /** The seats of all dossiers, and who sits in them already. */
  private static final class Seating {
    final List<Seat> seats = new ArrayList<>();
    final List<Prior> priors = new ArrayList<>();
    final Map<Integer, Assignment> before = new HashMap<>();
    private final Map<String, Member> members;
    private final Set<Long> begun;

    Seating(Map<String, Member> members, Set<Long> begun) {
      this.members = members;
      this.begun = begun;
    }

    /** Whether an assignment is not the plan's to move. */
    boolean stays(Assignment a) {
      return a.pinned || begun.contains(a.id);
    }

    /** A dossier's seats: as many as wanted, and more where more of them stay. */
    void add(Reading reading, List<Assignment> there, Parameters wanted) {
      boolean all = wanted.calibration().contains(reading.code);
      Set<Member> sitting = new HashSet<>();
      int least = all ? 0 : wanted.jurorsPerDossier();
      for (Assignment assignment : there) {
        Member member = members.get(assignment.juror.handle);
        if (member != null && (stays(assignment) || all || sitting.size() < least)) {
          Seat seat = seat(reading, member, stays(assignment) || all);
          before.put(seat.id, assignment);
          priors.add(new Prior(reading, member));
          sitting.add(member);
        }
      }
      if (all) {
        members.values().stream()
            .filter(m -> !sitting.contains(m) && !reading.isRecused(m))
            .sorted(Comparator.comparingInt(m -> m.index))
            .forEach(member -> seat(reading, member, true));
      }
      for (int n = sitting.size(); n < least; n++) {
        seat(reading, null, false);
      }
    }

    private Seat seat(Reading reading, Member member, boolean pinned) {
      Seat seat = new Seat(seats.size(), reading);
      seat.member = member;
      seat.pinned = pinned;
      seats.add(seat);
      return seat;
    }
  }

  /** Why a seat is taken. */
  static Purpose purpose(Seat seat, Assignment before, Parameters wanted) {
    if (wanted.calibration().contains(seat.reading.code)) {
      return Purpose.CALIBRATION;
    }
    return before != null && before.juror.handle.equals(seat.member.handle) ? before.purpose : null;
  }
}
