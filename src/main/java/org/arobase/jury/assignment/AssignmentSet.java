package org.arobase.jury.assignment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.arobase.dossier.Dossier;
import org.arobase.jury.Juror;
import org.arobase.jury.Recusals;
import org.arobase.jury.assignment.AssignmentApi.Entry;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;

/** The assignments of an edition with what is wanted of them, checked one by one. */
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
   * Reads what there is.
   *
   * @param sees which dossiers the caller may know, by code: of others it is as if there were none
   * @param begun inner numbers of the assignments that somebody has worked on
   */
  AssignmentSet(int year, Predicate<String> sees, Set<Long> begun) {
    this.begun = begun;
    dossiers =
        Dossier.all(year).stream()
            .filter(d -> sees.test(d.code()))
            .collect(Collectors.toMap(Dossier::code, Function.identity()));
    jurors = Juror.all(year).stream().collect(Collectors.toMap(j -> j.handle, Function.identity()));
    recusals = Recusals.of(year);
    Assignment.all(year).stream()
        .filter(a -> sees.test(a.dossier.code()))
        .forEach(a -> present.put(new Seat(a.dossier.code(), a.juror.handle), a));
  }

  /** Wants an assignment; what is wrong with it, if anything is. */
  public Optional<Draft> want(Entry entry, String place) {
    Seat seat = new Seat(entry.dossier(), entry.juror());
    Dossier dossier = dossiers.get(entry.dossier());
    Juror juror = jurors.get(entry.juror());
    if (dossier == null) {
      return Optional.of(Draft.at(place + "/dossier", Rule.UNKNOWN_DOSSIER, entry.dossier()));
    }
    if (juror == null) {
      return Optional.of(Draft.at(place + "/juror", Rule.UNKNOWN_JUROR, entry.juror()));
    }
    if (!seen.add(seat)) {
      return Optional.of(Draft.at(place, Rule.ASSIGNED_TWICE, entry.juror(), entry.dossier()));
    }
    if (recusals.isRecused(entry.juror(), entry.dossier())) {
      return Optional.of(Draft.at(place, Rule.JUROR_RECUSED, entry.juror(), entry.dossier()));
    }
    if (juror.withdrawnAt != null) {
      return Optional.of(Draft.at(place, Rule.JUROR_HAS_LEFT, entry.juror()));
    }
    if (!juror.isAvailable() && !present.containsKey(seat)) {
      return Optional.of(Draft.at(place, Rule.JUROR_NOT_AVAILABLE, entry.juror()));
    }
    wanted.put(entry, present.getOrDefault(seat, new Assignment(juror, dossier)));
    return Optional.empty();
  }

  /** Everything that is wanted, with the assignment that it is or becomes. */
  public Map<Entry, Assignment> wanted() {
    return wanted;
  }

  /** Those in force that nobody wants any more. */
  Collection<Assignment> unwanted() {
    return present.entrySet().stream()
        .filter(a -> !seen.contains(a.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Those of them that somebody has worked on: they cannot go. */
  List<Assignment> begunAndUnwanted() {
    return unwanted().stream().filter(a -> begun.contains(a.id)).toList();
  }
}
