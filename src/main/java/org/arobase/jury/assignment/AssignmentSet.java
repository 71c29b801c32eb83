package org.arobase.jury.assignment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.access.AccessScope;
import org.arobase.dossier.Dossier;
import org.arobase.jury.Juror;
import org.arobase.jury.JuryRule;
import org.arobase.jury.Recusals;
import org.arobase.jury.assignment.AssignmentApi.Entry;
import org.arobase.platform.problem.Violation.Draft;

/** The present assignments of an edition and the wanted ones, which are checked one by one. */
public final class AssignmentSet {
  private final Map<String, Dossier> dossiers;
  private final Map<String, Juror> jurors;
  private final Recusals recusals;
  private final Map<Seat, Assignment> present = new HashMap<>();
  private final Map<Entry, Assignment> wanted = new LinkedHashMap<>();
  private final Set<Seat> seen = new HashSet<>();
  private final Set<Long> begun;

  /** A juror's place at a dossier. */
  private record Seat(String dossier, String juror) {}

  /**
   * The present assignments of an edition.
   *
   * @param begun database ids of the assignments that have a score sheet
   */
  AssignmentSet(
      List<Dossier> dossiers,
      List<Juror> jurors,
      Recusals recusals,
      List<Assignment> present,
      Set<Long> begun) {
    this.dossiers = dossiers.stream().collect(Collectors.toMap(Dossier::code, d -> d));
    this.jurors = jurors.stream().collect(Collectors.toMap(j -> j.handle, j -> j));
    this.recusals = recusals;
    this.begun = begun;
    present.forEach(a -> this.present.put(new Seat(a.dossier.code(), a.juror.handle), a));
  }

  /**
   * Reads the present assignments of an edition.
   *
   * @param scope of the request: dossiers that the caller may not see are treated as absent
   * @param begun database ids of the assignments that have a score sheet
   */
  static AssignmentSet of(int year, AccessScope scope, Set<Long> begun) {
    return new AssignmentSet(
        scope.filter(Dossier.all(year), Dossier::code),
        Juror.all(year),
        Recusals.of(year),
        scope.filter(Assignment.all(year), a -> a.dossier.code()),
        begun);
  }

  /** The assignment of a juror to a dossier as it is; when there is none, that of a new one. */
  public Entry present(String dossier, String juror) {
    Assignment there = present.get(new Seat(dossier, juror));
    return there == null ? new Entry(dossier, juror, null, null) : Entry.from(there);
  }

  /**
   * Adds a wanted assignment.
   *
   * @param place the JSON pointer of the entry in the request
   * @return what is wrong with it; empty when it was accepted
   */
  public Optional<Draft> want(Entry entry, String place) {
    Seat seat = new Seat(entry.dossier(), entry.juror());
    Dossier dossier = dossiers.get(entry.dossier());
    Juror juror = jurors.get(entry.juror());
    if (dossier == null) {
      return Optional.of(Draft.at(place + "/dossier", JuryRule.UNKNOWN_DOSSIER, entry.dossier()));
    }
    if (juror == null) {
      return Optional.of(Draft.at(place + "/juror", JuryRule.UNKNOWN_JUROR, entry.juror()));
    }
    if (!seen.add(seat)) {
      return Optional.of(Draft.at(place, JuryRule.ASSIGNED_TWICE, entry.juror(), entry.dossier()));
    }
    if (recusals.isRecused(entry.juror(), entry.dossier())) {
      return Optional.of(Draft.at(place, JuryRule.JUROR_RECUSED, entry.juror(), entry.dossier()));
    }
    if (juror.withdrawnAt != null) {
      return Optional.of(Draft.at(place, JuryRule.JUROR_HAS_LEFT, entry.juror()));
    }
    if (!juror.isAvailable() && !present.containsKey(seat)) {
      return Optional.of(Draft.at(place, JuryRule.JUROR_NOT_AVAILABLE, entry.juror()));
    }
    wanted.put(entry, present.getOrDefault(seat, new Assignment(juror, dossier)));
    return Optional.empty();
  }

  /** The accepted entries, each with its present or its new assignment. */
  public Map<Entry, Assignment> wanted() {
    return wanted;
  }

  /** The assignments in force that no entry names. */
  Collection<Assignment> unwanted() {
    return present.entrySet().stream()
        .filter(a -> !seen.contains(a.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The unwanted assignments that have a score sheet: they cannot be removed. */
  List<Assignment> begunAndUnwanted() {
    return unwanted().stream().filter(a -> begun.contains(a.id)).toList();
  }
}
