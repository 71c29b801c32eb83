package org.arobase.authority;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Optional;
import org.arobase.audit.Recorded;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refusal;

/** A local authority (collectivité), as listed in the Code officiel géographique. */
@Entity
public class LocalAuthority extends PanacheEntityBase implements Recorded.Part {

  /** The kind of a local authority. */
  public enum Kind {
    MUNICIPALITY,
    INTERMUNICIPALITY,
    DEPARTMENT
  }

  /** COG code of a commune, SIREN of an EPCI, D and the number of a département. */
  @Id public String code;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Kind kind;

  @Column(nullable = false)
  public String name;

  @Column(nullable = false)
  String searchName;

  /** Number of the département, for example 78 or 2A. */
  @Column(nullable = false)
  public String department;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "region")
  public Region region;

  /** Inhabitants; null when the source gives no number. */
  public Integer population;

  public String siren;

  /** SIREN of the EPCI that a commune belongs to. */
  public String intermunicipality;

  /** The authority with this code, if there is one. */
  public static Optional<LocalAuthority> of(String code) {
    return find("from LocalAuthority a join fetch a.region where a.code = ?1", code)
        .firstResultOptional();
  }

  /**
   * The authority with this code.
   *
   * @throws Refusal 404 when there is none
   */
  public static LocalAuthority required(String code) {
    return of(code).orElseThrow(() -> new Refusal(AuthorityProblem.AUTHORITY_NOT_FOUND, code));
  }

  /**
   * The criteria of a search.
   *
   * @param q the beginning of a name, or a whole code; null does not filter
   */
  record Search(String q, AuthorityFilter filter) {
    private static final String CONDITION =
        "(:q is null or a.searchName like concat(:q, '%') or a.code = upper(:code)) and "
            + AuthorityFilter.CONDITION;

    private Parameters parameters() {
      return filter.parameters().and("q", q == null ? null : SearchName.of(q)).and("code", q);
    }

    /** How many authorities match. */
    long count() {
      return LocalAuthority.count("from LocalAuthority a where " + CONDITION, parameters());
    }

    /** The authorities that match, by code; one more than the limit when there are more. */
    List<LocalAuthority> rows(PageRequest page) {
      String query =
          "from LocalAuthority a join fetch a.region where a.code > :after and "
              + CONDITION
              + " order by a.code";
      return LocalAuthority.<LocalAuthority>find(query, parameters().and("after", page.after()))
          .range(0, page.size())
          .list();
    }
  }
}
