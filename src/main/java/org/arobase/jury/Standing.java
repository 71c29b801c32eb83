package org.arobase.jury;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.arobase.identity.Caller;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/** Where the caller stands in the jury of an edition, read once a request. */
@RequestScoped
public class Standing {
  private final Caller caller;
  private final EntityManager database;
  private final ServerKey key;
  private final Map<Integer, InJury> known = new HashMap<>();

  Standing(Caller caller, EntityManager database, ServerKey key) {
    this.key = key;
    this.caller = caller;
    this.database = database;
  }

  /**
   * A caller's place in a jury.
   *
   * @param handle its id in the jury; null when it is not in it, or has left
   * @param assigned the inner numbers of its assignments in force by the dossier's code
   * @param recused the codes that it is recused from, also after it has left
   */
  public record InJury(@Nullable String handle, Map<String, Long> assigned, Set<String> recused) {}

  /** The caller's place in the jury of this year. */
  public InJury of(int year) {
    return known.computeIfAbsent(year, this::read);
  }

  /** What is asked next of this year is read again. */
  public void forget(int year) {
    known.remove(year);
  }

  private InJury read(int year) {
    Optional<Juror> member = Juror.ofUser(year, caller.name()).or(() -> erased(year));
    if (member.isEmpty()) {
      return new InJury(null, Map.of(), Set.of());
    }
    Juror juror = member.get();
    return new InJury(
        juror.withdrawnAt == null && juror.erasedAt == null ? juror.handle : null,
        assigned(juror),
        recused(juror));
  }

  /** Who asked to be forgotten is recused all the same. */
  private Optional<Juror> erased(int year) {
    return caller.isAnonymous()
        ? Optional.empty()
        : Juror.find(
                "edition.year = ?1 and formerUser = ?2",
                year,
                Juror.formerUser(key, year, caller.name()))
            .firstResultOptional();
  }

  private Map<String, Long> assigned(Juror juror) {
    Map<String, Long> assigned = new HashMap<>();
    database
        .createQuery(
            "select s.dossier.authority.code, s.id from Assignment s"
                + " where s.juror = :juror and s.ended is null",
            Object[].class)
        .setParameter("juror", juror)
        .getResultStream()
        .forEach(row -> assigned.put((String) row[0], (Long) row[1]));
    return assigned;
  }

  private Set<String> recused(Juror juror) {
    return new HashSet<>(
        database
            .createQuery(
                "select r.authority.code from Recusal r where r.juror = :juror and r.active",
                String.class)
            .setParameter("juror", juror)
            .getResultList());
  }

  /** Whether this office of the jury is held by others than the caller. */
  public boolean isHeldByOthers(int year, Juror.Office office) {
    List<String> holders =
        database
            .createQuery(
                "select j.username from Juror j where j.edition.year = :year"
                    + " and j.office = :office and j.withdrawnAt is null and j.erasedAt is null",
                String.class)
            .setParameter("year", year)
            .setParameter("office", office)
            .getResultList();
    return !holders.isEmpty() && !holders.contains(caller.name());
  }

  /** The codes that the president is recused from: they fall to the vice-president. */
  public Set<String> withoutPresident(int year) {
    return codes(
        "select r.authority.code from Recusal r where r.juror.edition.year = :year"
            + " and r.juror.office = 'PRESIDENT' and r.juror.withdrawnAt is null and r.active",
        year);
  }

  private Set<String> codes(String query, int year) {
    return new HashSet<>(
        database.createQuery(query, String.class).setParameter("year", year).getResultList());
  }
}
