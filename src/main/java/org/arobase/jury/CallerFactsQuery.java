package org.arobase.jury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.arobase.access.CallerFacts;
import org.arobase.access.JuryFacts;
import org.arobase.access.Phase;
import org.arobase.platform.secrets.ServerKey;

/** Reads in one statement where a user stands in the jury of an edition, and their account. */
@ApplicationScoped
class CallerFactsQuery implements JuryFacts {
  private enum Kind {
    ACCOUNT,
    PHASE,
    /** The caller was invited, and has declined. */
    INVITED,
    /** The caller was invited, and has not declined. */
    MEMBER,
    /** An assignment in force without a score sheet. */
    ASSIGNED,
    /** An assignment in force with a score sheet. */
    BEGUN,
    RECUSED,
    CHAIR,
    PRESIDENT,
    VICE_PRESIDENT,
    WITHOUT_PRESIDENT
  }

  /**
   * The user is a member under their name, or was one and has been erased since. Each part begins
   * at the member, whom an index finds; with an {@code or}, MariaDB began at all assignments.
   */
  private static final String FACTS =
      """
      with me as (
        select id, handle, withdrawn_at, erased_at, answer from juror
          where edition_year = :year and username = :user
        union
        select id, handle, withdrawn_at, erased_at, answer from juror
          where edition_year = :year and former_user = :former)
      select 'PHASE' kind, phase text, 0 number from edition where year = :year
      union all
      select 'ACCOUNT', role, 0 from account where username = :user
      union all
      select if(answer = 'DECLINED', 'INVITED', 'MEMBER'), handle, 0 from me
        where withdrawn_at is null and erased_at is null
      union all
      select straight_join if(s.assignment_id is null, 'ASSIGNED', 'BEGUN'), d.authority_code, a.id
        from me join assignment a on a.juror_id = me.id join dossier d on d.id = a.dossier_id
        left join score_sheet s on s.assignment_id = a.id
        where a.ended is null
      union all
      select straight_join 'RECUSED', r.authority_code, 0
        from me join recusal r on r.juror_id = me.id
        where r.active
      union all
      select straight_join 'CHAIR', d.authority_code, 0
        from me join dossier_chair c on c.juror_id = me.id join dossier d on d.id = c.dossier_id
      union all
      select j.office, j.username, 0 from juror j
        where j.edition_year = :year and j.office <> 'MEMBER'
          and j.withdrawn_at is null and j.erased_at is null
      union all
      select 'WITHOUT_PRESIDENT', r.authority_code, 0
        from juror j join recusal r on r.juror_id = j.id
        where j.edition_year = :year and j.office = 'PRESIDENT'
          and j.withdrawn_at is null and r.active
      """;

  private final EntityManager database;
  private final ServerKey key;

  CallerFactsQuery(EntityManager database, ServerKey key) {
    this.database = database;
    this.key = key;
  }

  private record Fact(String kind, String text, long number) {}

  @Override
  public CallerFacts of(int year, String username) {
    Map<Kind, Set<String>> facts = new HashMap<>();
    Map<String, Long> assigned = new HashMap<>();
    for (Fact fact : read(year, username)) {
      Kind kind = Kind.valueOf(fact.kind());
      facts.computeIfAbsent(kind, k -> new HashSet<>()).add(fact.text());
      if (kind == Kind.ASSIGNED || kind == Kind.BEGUN) {
        assigned.put(fact.text(), fact.number());
      }
    }
    return new CallerFacts(
        one(facts, Kind.ACCOUNT).orElse(null),
        one(facts, Kind.PHASE).map(Phase::valueOf).orElse(null),
        facts.containsKey(Kind.INVITED) || facts.containsKey(Kind.MEMBER),
        one(facts, Kind.MEMBER).orElse(null),
        assigned,
        facts.getOrDefault(Kind.BEGUN, Set.of()),
        facts.getOrDefault(Kind.RECUSED, Set.of()),
        facts.getOrDefault(Kind.CHAIR, Set.of()),
        facts.getOrDefault(Kind.PRESIDENT, Set.of()),
        facts.getOrDefault(Kind.VICE_PRESIDENT, Set.of()),
        facts.getOrDefault(Kind.WITHOUT_PRESIDENT, Set.of()));
  }

  private static Optional<String> one(Map<Kind, Set<String>> facts, Kind kind) {
    return facts.getOrDefault(kind, Set.of()).stream().findFirst();
  }

  private List<Fact> read(int year, String username) {
    return database
        .createNativeQuery(FACTS, Fact.class)
        .setParameter("year", year)
        .setParameter("user", username)
        .setParameter("former", Juror.formerUser(key, year, username))
        .getResultList();
  }
}
