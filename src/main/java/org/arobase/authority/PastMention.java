package org.arobase.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.arobase.audit.PartOfRecorded;
import org.arobase.platform.database.BaseEntity;
import org.jspecify.annotations.Nullable;

/** A mention or distinction that an authority got in a past edition, and who says so. */
@Entity
public class PastMention extends BaseEntity implements PartOfRecorded {
  private static final int EXCELLENCE_YEARS = 3;

  /** Null where no authority, or more than one, has the name. */
  public @Nullable String authorityCode;

  @Column(nullable = false)
  public String authorityName;

  /** Number of the edition: 22 for 2021. */
  @Column(nullable = false)
  public int edition;

  @Column(nullable = false)
  public int year;

  /** As the source calls it. */
  @Column(nullable = false)
  public String distinction;

  @Column(nullable = false)
  public String source;

  /** The last year of a Territoire d'excellence numérique; 0 of another mention. */
  public int excellentUntil() {
    boolean excellence = distinction.toLowerCase(Locale.FRENCH).contains("excellence numérique");
    return excellence ? year + EXCELLENCE_YEARS - 1 : 0;
  }

  /** Those of these authorities before a year. */
  public static List<PastMention> before(int year, Collection<String> codes) {
    return codes.isEmpty() ? List.of() : list("authorityCode in ?1 and year < ?2", codes, year);
  }

  /** An authority's, the oldest first. */
  public static List<PastMention> of(String authorityCode) {
    return list("authorityCode = ?1 order by year, distinction", authorityCode);
  }
}
