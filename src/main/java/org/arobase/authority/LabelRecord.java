package org.arobase.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.audit.Recorded;
import org.arobase.platform.database.BaseEntity;

/** A label that an authority got in a past edition, with its source. */
@Entity
public class LabelRecord extends BaseEntity implements Recorded.Part {
  /** The source of labels that this service published. */
  public static final String OURS = "arobase";

  /** Null when the reference data does not have the authority that the source names. */
  public String authorityCode;

  @Column(nullable = false)
  public String authorityName;

  /** Number of the edition: 21 for 2020. */
  @Column(nullable = false)
  public int edition;

  @Column(nullable = false)
  public int year;

  /** 0 to 5. */
  @Column(nullable = false)
  public int level;

  @Column(nullable = false)
  public String source;

  @Column(nullable = false)
  public String note = "";

  /** An authority's labels, the newest first. */
  public static List<LabelRecord> of(String authorityCode) {
    return list("authorityCode = ?1 order by year desc, edition desc, id", authorityCode);
  }

  /** The labels of these authorities from before a year, the oldest first. */
  public static List<LabelRecord> before(int year, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : list("authorityCode in ?1 and year < ?2 order by year, edition, id", codes, year);
  }

  /** The last label before a year of each of these authorities, by code; absent without one. */
  public static Map<String, LabelRecord> last(int year, Collection<String> codes) {
    Map<String, LabelRecord> last = new HashMap<>();
    before(year, codes).forEach(label -> last.put(label.authorityCode, label));
    return last;
  }
}
