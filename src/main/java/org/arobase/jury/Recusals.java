package org.arobase.jury;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The recusals in force of an edition: which members have no part in which dossier. */
public final class Recusals {
  private final Map<String, List<Juror>> members;

  private Recusals(Map<String, List<Juror>> members) {
    this.members = members;
  }

  /** The recusals in force of an edition, read in one statement. */
  public static Recusals of(int year) {
    return of(Recusal.all(year));
  }

  /** These recusals. */
  public static Recusals of(List<Recusal> inForce) {
    return new Recusals(
        inForce.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.authority.code, Collectors.mapping(r -> r.juror, Collectors.toList()))));
  }

  /** Whether the member with this id is recused from the dossier with this code. */
  public boolean isRecused(String handle, String code) {
    return ofDossier(code).stream().anyMatch(juror -> juror.handle.equals(handle));
  }

  /** The ids of the members who are recused from a dossier. */
  public SortedSet<String> handles(String code) {
    SortedSet<String> handles = new TreeSet<>(Comparator.naturalOrder());
    ofDossier(code).forEach(juror -> handles.add(juror.handle));
    return handles;
  }

  /** The users who are recused from a dossier. */
  public Set<String> users(String code) {
    return ofDossier(code).stream().map(juror -> juror.username).collect(Collectors.toSet());
  }

  private List<Juror> ofDossier(String code) {
    return members.getOrDefault(code, List.of());
  }
}
