package org.arobase.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.arobase.audit.Recorded;
import org.arobase.platform.database.BaseEntity;
import org.jspecify.annotations.Nullable;

/** A mention or distinction that an authority got in a past edition, with its source. */
@Entity
public class PastMention extends BaseEntity implements Recorded.Part {
  private static final int EXCELLENCE_YEARS = 3;

  /** Null when no authority has the name, or more than one. */
  public @Nullable String authorityCode;

  @Column(nullable = false)
  public String authorityName;

  /** Number of the edition: 22 for 2021. */
  @Column(nullable = false)
  public int edition;

  @Column(nullable = false)
  public int year;

  /** The name of the distinction in the source. */
  @Column(nullable = false)
  public String distinction;

  @Column(nullable = false)
  public String source;

  /** The last year of a Territoire d'excellence numérique; 0 for another mention. */
  public int excellentUntil() {
    boolean excellence = distinction.toLowerCase(Locale.FRENCH).contains("excellence numérique");
    return excellence ? year + EXCELLENCE_YEARS - 1 : 0;
  }

  /** The mentions of these authorities from before a year. */
  public static List<PastMention> before(int year, Collection<String> codes) {
    return codes.isEmpty() ? List.of() : list("authorityCode in ?1 and year < ?2", codes, year);
  }

  /** An authority's mentions, the oldest first. */
  public static List<PastMention> of(String authorityCode) {
    return list("authorityCode = ?1 order by year, distinction", authorityCode);
  }
}
