package org.arobase.deliberation.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.dossier.Dossier;
import org.arobase.platform.database.BaseEntity;
import org.arobase.platform.database.Versioned;
import org.jspecify.annotations.Nullable;

/** The level that the president awards a dossier, with its reason and the marks behind it. */
@Entity
public class Decision extends BaseEntity implements Recorded, Versioned {
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "dossier_id")
  public Dossier dossier;

  /** The level computed from the marks, 0 to 5; null when they gave none. */
  public Integer computedLevel;

  /** 0 to 5. */
  @Column(nullable = false)
  public int awardedLevel;

  @Column(nullable = false, columnDefinition = "text")
  public String reason;

  /** SHA-256 of what was judged and of the marks that the president saw. */
  @Column(nullable = false)
  public String marksHash;

  /** SHA-256 of the versions of the sheets that the decision was taken on. */
  @Column(nullable = false)
  public String sheetsHash;

  @Column(nullable = false)
  public String decidedBy;

  @Column(nullable = false)
  public Instant decidedAt;

  /** Probability of the awarded level given the marks, 0 to 1; null when unknown. */
  @Column(precision = 7, scale = 6)
  public @Nullable BigDecimal probability;

  /** A second member of the jury who countersigned the decision; null when nobody did. */
  public @Nullable String signedBy;

  public @Nullable Instant signedAt;

  @Version public int version;

  /** The decision on a dossier, if there is one. */
  public static Optional<Decision> on(Dossier dossier) {
    return find("dossier", dossier).firstResultOptional();
  }

  /** The decisions of an edition, by the dossier's database id. */
  public static Map<Long, Decision> all(int year) {
    List<Decision> decisions =
        list("from Decision x join fetch x.dossier d where d.edition.year = ?1", year);
    return decisions.stream().collect(Collectors.toMap(d -> d.dossier.id, Function.identity()));
  }

  @Override
  public StateSource.State recorded() {
    return DecisionStates.of(this);
  }

  @Override
  public int version() {
    return version;
  }
}
