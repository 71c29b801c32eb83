package org.arobase.jury.chair;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.dossier.Dossier;
import org.arobase.jury.Juror;
import org.arobase.platform.database.BaseEntity;
import org.arobase.platform.database.Versioned;

/**
 * The juror who leads on a dossier that the president and the vice-president are both recused from.
 * It has effect while the president is recused from the dossier.
 */
@Entity
public class DossierChair extends BaseEntity implements Recorded, Versioned {
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "dossier_id")
  public Dossier dossier;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "juror_id")
  public Juror juror;

  @Column(nullable = false, columnDefinition = "text")
  public String reason;

  @Column(nullable = false)
  public String appointedBy;

  @Column(nullable = false)
  public Instant appointedAt;

  @Version public int version;

  /** The chair of a dossier, if there is one. */
  static Optional<DossierChair> of(Dossier dossier) {
    return find("dossier", dossier).firstResultOptional();
  }

  /** The chairs of an edition, by code. */
  static List<DossierChair> all(int year) {
    return list(
        "from DossierChair c join fetch c.juror join fetch c.dossier d join fetch d.authority"
            + " where d.edition.year = ?1 order by d.authority.code",
        year);
  }

  /** The codes of the dossiers that a member was made chair of. */
  public static List<String> codesOf(Juror juror) {
    List<DossierChair> chairs =
        list(
            "from DossierChair c join fetch c.dossier d join fetch d.authority where c.juror = ?1",
            juror);
    return chairs.stream().map(c -> c.dossier.code()).sorted().toList();
  }

  @Override
  public StateSource.State recorded() {
    return DossierChairStates.of(this);
  }

  @Override
  public int version() {
    return version;
  }
}
