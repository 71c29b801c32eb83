package org.arobase.authority;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.arobase.audit.Recorded;
import org.jspecify.annotations.Nullable;

/** How many authorities got each level in a past edition, with the source. */
@Entity
public class PastDistribution extends PanacheEntityBase implements Recorded.Part {
  /** Number of the edition: 8 for 2006. */
  @Id public Integer edition;

  @Column(nullable = false)
  public int year;

  /** The number of participants, or of labels, whichever the source counts. */
  @Column(nullable = false)
  public int total;

  /** The number of mentions below the first @; null when the source does not say. */
  @Nullable Integer level0;

  @Nullable Integer level1;
  @Nullable Integer level2;
  @Nullable Integer level3;
  @Nullable Integer level4;
  @Nullable Integer level5;

  @Column(nullable = false)
  public String source;

  @Column(nullable = false)
  public String note;

  /** The number of authorities by level, 0 to 5, without the levels that the source omits. */
  public Map<String, Integer> levels() {
    Map<String, Integer> levels = new TreeMap<>();
    @Nullable Integer[] all = {level0, level1, level2, level3, level4, level5};
    for (int level = 0; level < all.length; level++) {
      if (all[level] != null) {
        levels.put(String.valueOf(level), all[level]);
      }
    }
    return levels;
  }

  /** The distribution of a year, if a source gives it. */
  public static Optional<PastDistribution> of(int year) {
    return find("year", year).firstResultOptional();
  }

  /** All distributions, the newest first. */
  public static List<PastDistribution> all() {
    return list("order by year desc");
  }
}
