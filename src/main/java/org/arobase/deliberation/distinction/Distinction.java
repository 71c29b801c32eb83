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
import org.arobase.audit.Recorded;
import org.arobase.dossier.Dossier;
import org.arobase.platform.database.BaseEntity;
import org.jspecify.annotations.Nullable;

/** A distinction that the jury gives a dossier in addition to its level. */
@Entity
public class Distinction extends BaseEntity implements Recorded.Part {

  /** Kinds of distinctions. */
  public enum Kind {
    /** A special mention with a title that the jury chooses. */
    SPECIAL_MENTION,
    /** Turns one @ of the label green; it does not add a sixth one. */
    GREEN_AT,
    /** Territoire d'excellence numérique, valid for some years. */
    EXCELLENCE,
    /** Takes part without being compared with others. */
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

  /** Title of a special mention; empty for the other kinds. */
  @Column(nullable = false)
  public String title;

  /** The last year of an EXCELLENCE; null for the other kinds. */
  public @Nullable Integer untilYear;

  @Column(nullable = false, columnDefinition = "text")
  public String reason;

  /** The first version of the results that includes it. */
  @Column(nullable = false)
  public int fromVersion;

  /** The last version that includes it; null while it is in force. */
  public @Nullable Integer toVersion;

  @Column(nullable = false)
  public String decidedBy;

  @Column(nullable = false)
  public Instant decidedAt;

  /** The distinctions of a dossier that are in force. */
  public static List<Distinction> on(Dossier dossier) {
    return Distinction.<Distinction>list("dossier = ?1 and toVersion is null", dossier).stream()
        .sorted(ORDER)
        .toList();
  }

  /**
   * All distinctions of an edition, including those ended by a correction, by the dossier's
   * database id.
   */
  public static Map<Long, List<Distinction>> all(int year) {
    return Distinction.<Distinction>list(
            "from Distinction x join fetch x.dossier d where d.edition.year = ?1", year)
        .stream()
        .sorted(ORDER)
        .collect(Collectors.groupingBy(x -> x.dossier.id));
  }

  /** The codes of the dossiers of an edition that have a green @ now. */
  public static Set<String> greens(int year) {
    return all(year).values().stream()
        .flatMap(List::stream)
        .filter(x -> x.kind == Kind.GREEN_AT && x.toVersion == null)
        .map(x -> x.dossier.code())
        .collect(Collectors.toSet());
  }

  /** Whether a version of the results includes it. */
  public boolean isIn(int version) {
    return fromVersion <= version && (toVersion == null || version <= toVersion);
  }
}
