package org.arobase.deliberation.distinction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.audit.PartOfRecorded;
import org.arobase.dossier.Dossier;
import org.arobase.platform.database.BaseEntity;
import org.jspecify.annotations.Nullable;

/** What the jury gives a dossier beside its level. */
@Entity
public class Distinction extends BaseEntity implements PartOfRecorded {

  /** Kinds of distinctions. */
  public enum Kind {
    /** A mention with a title of the jury's own. */
    SPECIAL_MENTION,
    /** Turns one @ of the label green; it is no sixth. */
    GREEN_AT,
    /** Territoire d'excellence numérique, for some years. */
    EXCELLENCE,
    /** Takes part, and is compared with nobody. */
    OUT_OF_COMPETITION
  }

  static final Comparator<Distinction> ORDER =
      Comparator.comparing((Distinction d) -> d.kind).thenComparing(d -> d.title);

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "dossier_id")
  public Dossier dossier;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Kind kind;

  /** Of a special mention; empty of the others. */
  @Column(nullable = false)
  public String title;

  /** The last year of one that ends; null of one that does not. */
  public @Nullable Integer untilYear;

  @Column(nullable = false, columnDefinition = "text")
  public String reason;

  /** The first version of the results that has it. */
  @Column(nullable = false)
  public int fromVersion;

  /** The last version that has it; null while the latest does. */
  public @Nullable Integer toVersion;

  @Column(nullable = false)
  public String decidedBy;

  @Column(nullable = false)
  public Instant decidedAt;

  /** Those of a dossier that are in force. */
  public static List<Distinction> on(Dossier dossier) {
    return Distinction.<Distinction>list("dossier = ?1 and toVersion is null", dossier).stream()
        .sorted(ORDER)
        .toList();
  }

  /** All of an edition, also those that a correction has ended, by the dossier's inner number. */
  public static Map<Long, List<Distinction>> all(int year) {
    return Distinction.<Distinction>list(
            "from Distinction x join fetch x.dossier d where d.edition.year = ?1", year)
        .stream()
        .sorted(ORDER)
        .collect(Collectors.groupingBy(x -> x.dossier.id));
  }

  /** The codes of an edition's dossiers that have a green @ now. */
  public static Set<String> greens(int year) {
    return all(year).values().stream()
        .flatMap(List::stream)
        .filter(x -> x.kind == Kind.GREEN_AT && x.toVersion == null)
        .map(x -> x.dossier.code())
        .collect(Collectors.toSet());
  }

  /** Whether a version of the results has it. */
  public boolean isIn(int version) {
    return fromVersion <= version && (toVersion == null || version <= toVersion);
  }
}
