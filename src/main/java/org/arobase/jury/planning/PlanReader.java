package org.arobase.jury.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.authority.LocalAuthority;
import org.arobase.dossier.Coverage;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.jury.Recusals;
import org.arobase.jury.assignment.Assignment;
import org.arobase.jury.assignment.Assignment.Purpose;
import org.arobase.jury.assignment.BegunReading;
import org.arobase.jury.planning.PlanningWork.Parameters;
import org.arobase.jury.planning.solver.ExistingAssignment;
import org.arobase.jury.planning.solver.Member;
import org.arobase.jury.planning.solver.Member.Origin;
import org.arobase.jury.planning.solver.Plan;
import org.arobase.jury.planning.solver.Reading;
import org.arobase.jury.planning.solver.Seat;

/** Reads the planning problem for the solver from the database. */
@ApplicationScoped
class PlanReader {
  private final EntityManager database;
  private final BegunReading begun;

  PlanReader(EntityManager database, BegunReading begun) {
    this.database = database;
    this.begun = begun;
  }

  /**
   * The problem to solve, and what else its report needs.
   *
   * @param before the present assignments
   * @param cuts the policy's thresholds
   */
  record Problem(Plan plan, Map<AssignmentKey, Assignment> before, List<BigDecimal> cuts) {}

  /** The code of a dossier and the id of the juror who reads it. */
  record AssignmentKey(String dossier, String juror) {
    static AssignmentKey of(Assignment assignment) {
      return new AssignmentKey(assignment.dossier.code(), assignment.juror.handle);
    }

    static AssignmentKey of(Seat seat) {
      return new AssignmentKey(seat.reading.code, seat.member.handle);
    }
  }

  Problem of(int year, Parameters wanted, Set<String> hidden) {
    Edition edition = Edition.required(year);
    Set<Long> worked = begun.of(year);
    List<Assignment> present =
        Assignment.all(year).stream().filter(a -> !hidden.contains(a.dossier.code())).toList();
    List<Juror> jury = Juror.all(year);
    List<Member> members = members(jury, present, worked);
    List<Reading> readings = readings(edition, jury, hidden, wanted);
    Seating seating = new Seating(members, present, worked, wanted);
    readings.forEach(seating::add);
    Plan plan = new Plan(members, readings, seating.priors, seating.seats);
    return new Problem(plan, seating.before, edition.policy().levels().thresholds());
  }

  /**
   * The jurors who can be given dossiers, and those who keep some although they can be given no
   * more.
   */
  private static List<Member> members(
      List<Juror> jury, List<Assignment> present, Set<Long> worked) {
    Set<String> staying = new HashSet<>();
    present.stream()
        .filter(a -> Seating.stays(a, worked))
        .forEach(a -> staying.add(a.juror.handle));
    List<Member> members = new ArrayList<>();
    for (Juror juror : jury) {
      if (juror.isAvailable() || staying.contains(juror.handle)) {
        int capacity = Objects.requireNonNullElse(juror.capacity, Member.NO_LIMIT);
        members.add(
            new Member(
                members.size(),
                juror.handle,
                juror.isAvailable(),
                capacity,
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

  private List<Reading> readings(
      Edition edition, List<Juror> jury, Set<String> hidden, Parameters wanted) {
    Map<Long, Coverage> coverage = Coverage.of(edition, database);
    Recusals recusals = Recusals.of(edition.year);
    Map<String, Set<String>> before = readLastYear(edition.year, jury, wanted.hiddenBefore());
    List<Reading> readings = new ArrayList<>();
    for (Dossier dossier : Dossier.all(edition.year)) {
      if (!hidden.contains(dossier.code())) {
        readings.add(
            new Reading(
                readings.size(),
                dossier.code(),
                Coverage.of(dossier, coverage),
                origin(dossier.authority),
                recusals.handles(dossier.code()),
                before.getOrDefault(dossier.code(), Set.of())));
      }
    }
    return readings;
  }

  /**
   * By authority code, the ids in this year's jury of the jurors who read its dossier the year
   * before.
   */
  private static Map<String, Set<String>> readLastYear(
      int year, List<Juror> jury, List<String> hidden) {
    Map<String, String> handles =
        jury.stream().collect(Collectors.toMap(j -> j.username, j -> j.handle));
    Map<String, Set<String>> read = new HashMap<>();
    List<Assignment> before = Edition.ofYear(year - 1).map(Assignment::all).orElse(List.of());
    for (Assignment a : before) {
      if (handles.containsKey(a.juror.username) && !hidden.contains(a.dossier.code())) {
        add(read, a.dossier.code(), handles.get(a.juror.username));
      }
    }
    return read;
  }

  private static void add(Map<String, Set<String>> sets, String key, String value) {
    sets.computeIfAbsent(key, k -> new HashSet<>()).add(value);
  }

  /** The seats of all dossiers, with the jurors who already have one. */
  private static final class Seating {
    final List<Seat> seats = new ArrayList<>();
    final List<ExistingAssignment> priors = new ArrayList<>();
    final Map<AssignmentKey, Assignment> before = new HashMap<>();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, List<Assignment>> present;
    private final Set<Long> worked;
    private final Parameters wanted;

    Seating(List<Member> members, List<Assignment> present, Set<Long> worked, Parameters wanted) {
      members.forEach(member -> this.members.put(member.handle, member));
      this.worked = worked;
      this.wanted = wanted;
      this.present =
          present.stream()
              .sorted(
                  Comparator.comparing((Assignment a) -> !stays(a, worked))
                      .thenComparing(a -> a.juror.handle))
              .collect(Collectors.groupingBy(a -> a.dossier.code()));
      present.forEach(a -> before.put(AssignmentKey.of(a), a));
    }

    /** Whether a plan must not move an assignment: it is pinned, begun, or made for a purpose. */
    static boolean stays(Assignment a, Set<Long> worked) {
      return a.pinned || a.purpose != null || worked.contains(a.id);
    }

    /** Adds a dossier's seats: as many as wanted, or more when more assignments stay. */
    void add(Reading reading) {
      boolean all = wanted.calibration().contains(reading.code);
      Set<Member> sitting = new HashSet<>();
      int ordinary = 0;
      int least = all ? 0 : wanted.jurorsPerDossier();
      for (Assignment assignment : present.getOrDefault(reading.code, List.of())) {
        Member member = members.get(assignment.juror.handle);
        if (member == null) {
          continue;
        }
        priors.add(new ExistingAssignment(reading, member));
        boolean stays = stays(assignment, worked) || all;
        if (stays || ordinary < least) {
          seat(reading, member, stays);
          sitting.add(member);
          // a second reading comes on top of the wanted number of readings
          ordinary += assignment.purpose == Purpose.SECOND_READING ? 0 : 1;
        }
      }
      if (all) {
        members.values().stream()
            .filter(m -> m.available && !sitting.contains(m) && !reading.isRecused(m))
            .forEach(member -> seat(reading, member, true));
      }
      for (int n = ordinary; n < least; n++) {
        seat(reading, null, false);
      }
    }

    private void seat(Reading reading, Member member, boolean pinned) {
      Seat seat = new Seat(seats.size(), reading);
      seat.member = member;
      seat.pinned = pinned;
      seats.add(seat);
    }
  }

  /** The purpose of a seat's reading; null: the ordinary reading. */
  static Purpose purpose(Seat seat, Assignment before, Parameters wanted) {
    if (wanted.calibration().contains(seat.reading.code)) {
      return Purpose.CALIBRATION;
    }
    return before == null ? null : before.purpose;
  }
}
