package org.arobase.deliberation.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.deliberation.review.Review.Stage;
import org.arobase.dossier.Dossier;
import org.jspecify.annotations.Nullable;

/** The recorded state of reviews, each with all its voices. */
@ApplicationScoped
class ReviewStates implements StateSource {
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
    static VoiceContent of(ReviewVoice v, int year) {
      return new VoiceContent(
          v.id, v.juror.named(year), v.reviewVersion, v.agrees, v.remark, v.givenAt);
    }
  }

  /** A review as it is now. */
  static State of(Dossier dossier, Review r) {
    return of(dossier, r, ReviewVoice.on(dossier.id));
  }

  private static State of(Dossier dossier, Review r, List<ReviewVoice> voices) {
    int year = dossier.edition.year;
    return new State(
        Subject.ofDossier(KIND, year, dossier.code(), ""),
        new Content(
            r.stage,
            r.rapporteur == null ? null : r.rapporteur.named(year),
            r.statement,
            r.level,
            r.changedBy,
            r.changedAt,
            r.version,
            voices.stream().map(v -> VoiceContent.of(v, year)).toList()));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    Map<Long, List<ReviewVoice>> voices =
        ReviewVoice.<ReviewVoice>list(
                "from ReviewVoice v join fetch v.juror order by v.givenAt, v.id")
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
    List<Review> reviews = Review.list("from Review r left join fetch r.rapporteur");
    Stream<State> states =
        reviews.stream()
            .filter(r -> dossiers.containsKey(r.dossierId))
            .map(
                r -> of(dossiers.get(r.dossierId), r, voices.getOrDefault(r.dossierId, List.of())));
    Stream.concat(states, year == null ? orphans(reviews, voices, dossiers) : Stream.of())
        .forEach(to);
  }

  /** Reviews without a dossier, or voices without a review; the application never leaves any. */
  private static Stream<State> orphans(
      List<Review> reviews, Map<Long, List<ReviewVoice>> voices, Map<Long, Dossier> dossiers) {
    Set<Long> homeless = new TreeSet<>(voices.keySet());
    reviews.forEach(r -> homeless.remove(r.dossierId));
    reviews.stream()
        .map(r -> r.dossierId)
        .filter(id -> !dossiers.containsKey(id))
        .forEach(homeless::add);
    return homeless.stream().map(id -> new State(Subject.outside(KIND, "of " + id), id));
  }
}
