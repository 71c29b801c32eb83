package org.arobase.deliberation.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.arobase.access.AccessScope;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.deliberation.DeliberationProblem;
import org.arobase.deliberation.DeliberationRule;
import org.arobase.deliberation.review.Review.Stage;
import org.arobase.deliberation.review.ReviewApi.Change;
import org.arobase.deliberation.review.ReviewApi.NewVoice;
import org.arobase.deliberation.review.ReviewApi.View;
import org.arobase.deliberation.review.ReviewApi.Voice;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.identity.Caller;
import org.arobase.jury.Juror;
import org.arobase.jury.JuryRule;
import org.arobase.jury.Recusal;
import org.arobase.jury.Recusals;
import org.arobase.jury.assignment.Assignment;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Changes the jury's joint reviews of dossiers, and takes jurors' voices on them. */
@ApplicationScoped
@RetryOnLostRace
class ReviewService {
  private final AccessScope scope;
  private final Caller caller;
  private final WriteDoor door;
  private final Clock clock;

  ReviewService(AccessScope scope, Caller caller, WriteDoor door, Clock clock) {
    this.scope = scope;
    this.caller = caller;
    this.door = door;
    this.clock = clock;
  }

  /** The reviews of the dossiers that the caller may see, in one stage or, for null, in all. */
  @Transactional
  List<View> all(int year, @Nullable Stage stage) {
    Map<Long, Review> reviews = Review.all(year);
    Map<Long, List<ReviewVoice>> voices =
        ReviewVoice.all(year).stream().collect(Collectors.groupingBy(v -> v.dossierId));
    Recusals recusals = Recusals.of(year);
    Map<Long, List<String>> jurors =
        Assignment.all(year).stream()
            .collect(
                Collectors.groupingBy(
                    a -> a.dossier.id,
                    Collectors.mapping(a -> a.juror.handle, Collectors.toList())));
    return scope.filter(Dossier.all(year), Dossier::code).stream()
        .map(
            d ->
                view(
                    d,
                    reviews.getOrDefault(d.id, Review.blank(d.id)),
                    juror -> recusals.isRecused(juror.handle, d.code()),
                    voices.getOrDefault(d.id, List.of()),
                    jurors.getOrDefault(d.id, List.of())))
        .filter(view -> stage == null || view.stage() == stage)
        .toList();
  }

  /** One review. */
  @Transactional
  View of(int year, String code) {
    Dossier dossier = Dossier.required(year, code);
    return view(dossier, Review.of(dossier.id));
  }

  /**
   * Changes the statement on a dossier and its stage.
   *
   * @throws Refusal 409 for a stage more than one step away; 422 for PANEL without a statement, or
   *     for a rapporteur who is unknown, recused or has left
   */
  @Transactional
  View change(int year, String code, Change change, String ifMatch) {
    Edition.held(year, scope);
    Dossier dossier = Dossier.locked(year, code);
    scope.require(code);
    DossierReview present = new DossierReview(dossier, Review.of(dossier.id));
    door.change(
        present,
        ifMatch,
        present.isRecordedYet() ? Action.CHANGED : Action.CREATED,
        same -> change(same.review(), year, code, change));
    return view(dossier, present.review());
  }

  private void change(Review review, int year, String code, Change change) {
    requireStep(review.stage, change);
    review.stage = change.stage();
    review.rapporteur = rapporteur(year, code, change.rapporteur());
    review.statement = change.statement().strip();
    review.level = change.level();
    review.changedBy = caller.name();
    review.changedAt = clock.instant();
    review.persist();
  }

  private static void requireStep(Stage now, Change change) {
    if (Math.abs(change.stage().ordinal() - now.ordinal()) > 1) {
      throw new Refusal(DeliberationProblem.STAGE_NOT_REACHED, now.name(), change.stage().name());
    }
    if (change.stage() == Stage.PANEL && change.statement().isBlank()) {
      throw Refusal.at("/statement", DeliberationRule.STATEMENT_NEEDED);
    }
  }

  private static @Nullable String rapporteur(Review review, Predicate<Juror> recused) {
    Juror juror = review.rapporteur;
    return juror == null || !juror.isIn() || recused.test(juror) ? null : juror.handle;
  }

  private static @Nullable Juror rapporteur(int year, String code, @Nullable String handle) {
    if (handle == null) {
      return null;
    }
    Juror juror =
        Juror.ofHandle(year, handle)
            .orElseThrow(() -> Refusal.at("/rapporteur", JuryRule.UNKNOWN_JUROR, handle));
    if (Recusal.isInForce(juror, code)) {
      throw Refusal.at("/rapporteur", JuryRule.JUROR_RECUSED, handle, code);
    }
    if (!juror.isIn()) {
      throw Refusal.at("/rapporteur", juror.whyOut(), handle);
    }
    return juror;
  }

  /**
   * Adds the opinion of a juror of the dossier on the statement.
   *
   * @throws Refusal 409 when the statement has changed since the juror read it, or outside
   *     CONSENSUS; 422 for disagreement without a remark
   */
  @Transactional
  View voice(int year, String code, NewVoice said) {
    Edition.held(year, scope);
    Dossier dossier = Dossier.locked(year, code);
    scope.require(code);
    Review review = Review.of(dossier.id);
    if (review.stage != Stage.CONSENSUS) {
      throw new Refusal(
          DeliberationProblem.STAGE_NOT_REACHED, review.stage.name(), Stage.CONSENSUS.name());
    }
    if (review.number() != said.version()) {
      throw new Refusal(DeliberationProblem.STATEMENT_CHANGED, code);
    }
    if (!said.agrees() && (said.remark() == null || said.remark().isBlank())) {
      throw Refusal.at("/remark", DeliberationRule.REMARK_NEEDED);
    }
    door.write(
        ReviewStates.of(dossier, review),
        Action.CHANGED,
        () -> {
          voice(year, dossier, review, said).persist();
          return ReviewStates.of(dossier, review);
        });
    return view(dossier, review);
  }

  private ReviewVoice voice(int year, Dossier dossier, Review review, NewVoice said) {
    ReviewVoice voice = new ReviewVoice();
    voice.dossierId = dossier.id;
    voice.juror = Juror.ofUser(year, caller.name()).orElseThrow();
    voice.reviewVersion = review.number();
    voice.agrees = said.agrees();
    voice.remark = Objects.requireNonNullElse(said.remark(), "").strip();
    voice.givenAt = clock.instant();
    return voice;
  }

  private static View view(Dossier dossier, Review review) {
    List<String> jurors =
        Assignment.ever(dossier).stream()
            .filter(a -> a.ended == null)
            .map(a -> a.juror.handle)
            .toList();
    return view(
        dossier,
        review,
        juror -> Recusal.isInForce(juror, dossier.code()),
        ReviewVoice.on(dossier.id),
        jurors);
  }

  private static View view(
      Dossier dossier,
      Review review,
      Predicate<Juror> recused,
      List<ReviewVoice> all,
      List<String> jurors) {
    // voices of jurors who are no longer assigned to the dossier do not count
    List<Voice> voices =
        ReviewApi.voices(review, all).stream()
            .filter(voice -> jurors.contains(voice.juror()))
            .toList();
    List<String> heard = voices.stream().map(Voice::juror).toList();
    return new View(
        dossier.edition.year,
        dossier.code(),
        dossier.authority.name,
        review.stage,
        rapporteur(review, recused),
        review.statement,
        review.level,
        voices,
        jurors.stream().filter(juror -> !heard.contains(juror)).sorted().toList(),
        review.number());
  }
}
