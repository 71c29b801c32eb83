package org.arobase.deliberation.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.audit.Audited;
import org.arobase.audit.Subject;
import org.arobase.deliberation.review.Review.Stage;
import org.arobase.dossier.Dossier;
import org.jspecify.annotations.Nullable;

/** What is recorded of reviews: each with all that was said of it. */
@ApplicationScoped
class ReviewStates implements Audited {
  private static final String KIND = "review";

  private record Content(
      Stage stage,
      @Nullable String rapporteur,
      String statement,
      @Nullable Integer level,
      String changedBy,
      Instant changedAt,
      int version,
      List<VoiceContent> voices) {}

  private record VoiceContent(
      long id, String juror, int reviewVersion, boolean agrees, String remark, Instant givenAt) {
    static VoiceContent of(ReviewVoice v) {
      return new VoiceContent(v.id, v.juror.handle, v.reviewVersion, v.agrees, v.remark, v.givenAt);
    }
  }

  /** A review as it is now. */
  static State of(Dossier dossier, Review r) {
    return of(dossier, r, ReviewVoice.on(dossier.id));
  }

  private static State of(Dossier dossier, Review r, List<ReviewVoice> voices) {
    return new State(
        Subject.ofDossier(KIND, dossier.edition.year, dossier.code(), ""),
        new Content(
            r.stage,
            r.rapporteur == null ? null : r.rapporteur.handle,
            r.statement,
            r.level,
            r.changedBy,
            r.changedAt,
            r.version,
            voices.stream().map(VoiceContent::of).toList()));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<State> present(@Nullable Integer year) {
    Map<Long, List<ReviewVoice>> voices =
        ReviewVoice.<ReviewVoice>list("from ReviewVoice v join fetch v.juror order by v.id")
            .stream()
            .collect(Collectors.groupingBy(v -> v.dossierId));
    Map<Long, Dossier> dossiers =
        Dossier.<Dossier>list(
                "from Dossier d join fetch d.authority join fetch d.edition e"
                    + " where (?1 is null or e.year = ?1) and d.id in"
                    + " (select r.dossierId from Review r)",
                year)
            .stream()
            .collect(Collectors.toMap(d -> d.id, d -> d));
    return Review.<Review>list("from Review r left join fetch r.rapporteur").stream()
        .filter(r -> dossiers.containsKey(r.dossierId))
        .map(r -> of(dossiers.get(r.dossierId), r, voices.getOrDefault(r.dossierId, List.of())))
        .toList();
  }
}
