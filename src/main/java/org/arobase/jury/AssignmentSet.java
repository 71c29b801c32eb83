package org.arobase.jury;

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
import org.arobase.jury.AssignmentApi.Entry;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;

/** The assignments of an edition with what is wanted of them, checked one by one. */
public final class AssignmentSet {
  private final Map<String, Dossier> dossiers;
  private final Map<String, Juror> jurors;
  private final Set<List<String>> recused;
  private final Map<List<String>, Assignment> present = new HashMap<>();
  private final Map<Entry, Assignment> wanted = new LinkedHashMap<>();
  private final Set<List<String>> seen = new HashSet<>();
  private final Set<Long> begun;

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
    recused =
        Recusal.all(year).stream()
            .map(r -> List.of(r.authority.code, r.juror.handle))
            .collect(Collectors.toSet());
    Assignment.all(year).stream()
        .filter(a -> sees.test(a.dossier.code()))
        .forEach(a -> present.put(List.of(a.dossier.code(), a.juror.handle), a));
  }

  /** Wants an assignment; what is wrong with it, if anything is. */
  public Optional<Draft> want(Entry entry, String place) {
    List<String> key = List.of(entry.dossier(), entry.juror());
    Dossier dossier = dossiers.get(entry.dossier());
    Juror juror = jurors.get(entry.juror());
    if (dossier == null) {
      return Optional.of(Draft.at(place + "/dossier", Rule.UNKNOWN_DOSSIER, entry.dossier()));
    }
    if (juror == null) {
      return Optional.of(Draft.at(place + "/juror", Rule.UNKNOWN_JUROR, entry.juror()));
    }
    if (!seen.add(key)) {
      return Optional.of(Draft.at(place, Rule.ASSIGNED_TWICE, entry.juror(), entry.dossier()));
    }
    if (recused.contains(key)) {
      return Optional.of(Draft.at(place, Rule.JUROR_RECUSED, entry.juror(), entry.dossier()));
    }
    if (juror.withdrawnAt != null) {
      return Optional.of(Draft.at(place, Rule.JUROR_HAS_LEFT, entry.juror()));
    }
    if (!juror.isAvailable() && !present.containsKey(key)) {
      return Optional.of(Draft.at(place, Rule.JUROR_NOT_AVAILABLE, entry.juror()));
    }
    wanted.put(entry, present.getOrDefault(key, new Assignment(juror, dossier)));
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
