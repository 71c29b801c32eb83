package org.arobase.deliberation.seal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.arobase.audit.Recorded;
import org.arobase.dossier.Dossier;
import org.arobase.platform.database.BaseEntity;

/**
 * The correction of a dossier by a version of the results; never changed. Both levels are equal
 * when only distinctions change.
 */
@Entity
public class Correction extends BaseEntity implements Recorded.Part {
  @Column(nullable = false)
  public int editionYear;

  /** The first version that includes it. */
  @Column(nullable = false)
  public int version;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "dossier_id")
  public Dossier dossier;

  @Column(nullable = false)
  public int fromLevel;

  @Column(nullable = false)
  public int toLevel;

  @Column(nullable = false, columnDefinition = "text")
  public String reason;

  /** The corrections of an edition up to and including a version, ordered by version and code. */
  static List<Correction> until(int year, int version) {
    return list(
        "from Correction c join fetch c.dossier d join fetch d.authority a"
            + " where c.editionYear = ?1 and c.version <= ?2 order by c.version, a.code",
        year,
        version);
  }
}
