package org.arobase.palmares;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.arobase.access.AccessScope;
import org.arobase.access.Phase;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.authority.LabelRecord;
import org.arobase.deliberation.outcome.Outcome;
import org.arobase.deliberation.seal.CorrectionApi;
import org.arobase.deliberation.seal.Corrections;
import org.arobase.deliberation.seal.Seal;
import org.arobase.edition.Edition;
import org.arobase.edition.EditionService;
import org.arobase.identity.Caller;
import org.arobase.palmares.document.DocumentApi.Version;
import org.arobase.palmares.document.PublishedDocument;
import org.arobase.palmares.document.Publisher;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Refusal;

/** Publishes editions, by hand or when the embargo ends, and corrects published results. */
@ApplicationScoped
@RetryOnLostRace
public class PublicationService {
  private final EditionService editions;
  private final Corrections corrections;
  private final Publisher publisher;
  private final AccessScope scope;
  private final WriteDoor door;
  private final Caller caller;
  private final Clock clock;

  PublicationService(
      EditionService editions,
      Corrections corrections,
      Publisher publisher,
      AccessScope scope,
      WriteDoor door,
      Caller caller,
      Clock clock) {
    this.editions = editions;
    this.corrections = corrections;
    this.publisher = publisher;
    this.scope = scope;
    this.door = door;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Publishes a finalised edition; each level joins its authority's history.
   *
   * @throws Refusal 409 without a usable signing key; 412 or 428 for a wrong or missing ETag
   */
  @Transactional
  public PalmaresApi.Published publish(int year, String ifMatch) {
    Edition edition = Edition.locked(year, scope);
    IfMatch.require(ifMatch, edition.version);
    return published(edition);
  }

  /** Tries publication out: publishes, reads the result and rolls back. */
  public PalmaresApi.Published tryOut(int year) {
    return Transactions.triedOut(() -> published(Edition.locked(year, scope))).tried();
  }

  private PalmaresApi.Published published(Edition edition) {
    Publication publication = published(edition, caller.name());
    return PalmaresApi.Published.from(
        edition,
        publication,
        PublishedEditions.distributions().getOrDefault(edition.year, Map.of()));
  }

  /** Publishes an edition whose embargo is over; false if already published or postponed. */
  @Transactional
  boolean publishWhenOver(int year) {
    Edition edition = Edition.locked(year);
    Embargo embargo = Embargo.of(year);
    if (!embargo.isOverdue(edition, clock.instant())) {
      return false;
    }
    door.requireRecorded(embargo.recorded());
    published(edition, embargo.setBy);
    return true;
  }

  private Publication published(Edition edition, String by) {
    door.requireIntact(edition.year);
    Publication publication = new Publication();
    publication.editionYear = edition.year;
    publication.publishedAt = clock.instant();
    publication.publishedBy = by;
    door.create(Action.PUBLISHED, publication, null);
    publisher.publish(Seal.newest(edition.year).orElseThrow(), publication.publishedAt);
    recordLabels(edition);
    editions.enter(edition, Phase.PUBLISHED);
    return publication;
  }

  private void recordLabels(Edition edition) {
    List<LabelRecord> labels =
        Outcome.all(edition.year).stream()
            .filter(outcome -> !outcome.dossier.synthetic)
            .map(outcome -> label(edition, outcome))
            .sorted(Comparator.comparing(label -> label.authorityCode))
            .toList();
    long before = LabelRecord.count("source = ?1 and year = ?2", LabelRecord.OURS, edition.year);
    if (labels.isEmpty() && before == 0) {
      return;
    }
    door.write(
        null,
        before > 0 ? Action.CORRECTED : Action.CREATED,
        () -> {
          LabelRecord.delete("source = ?1 and year = ?2", LabelRecord.OURS, edition.year);
          LabelRecord.persist(labels);
          return PublicationStates.of(edition.year, labels);
        });
  }

  private static LabelRecord label(Edition edition, Outcome outcome) {
    LabelRecord label = new LabelRecord();
    label.authorityCode = outcome.dossier.code();
    label.authorityName = outcome.name;
    label.edition = edition.number;
    label.year = edition.year;
    label.level = outcome.level;
    label.source = LabelRecord.OURS;
    return label;
  }

  /**
   * Corrects published results.
   *
   * @throws Refusal as {@link Corrections#correct} and {@link #publish}
   */
  @Transactional
  public Version correct(int year, CorrectionApi.New correction, String ifMatch) {
    Edition edition = Edition.locked(year, scope);
    IfMatch.require(ifMatch, edition.version);
    return corrected(edition, correction);
  }

  /** Tries a correction out: applies it, reads the result and rolls back. */
  public Version tryCorrection(int year, CorrectionApi.New correction) {
    return Transactions.triedOut(() -> corrected(Edition.locked(year, scope), correction)).tried();
  }

  private Version corrected(Edition edition, CorrectionApi.New correction) {
    door.requireIntact(edition.year);
    Seal seal = corrections.correct(edition, correction);
    PublishedDocument document = publisher.publish(seal, clock.instant());
    recordLabels(edition);
    door.change(edition, Action.CORRECTED, same -> {});
    return Version.of(document, document.version);
  }

  /** The time of an edition's automatic publication. */
  @Transactional
  public PalmaresApi.EmbargoView embargo(int year) {
    return PalmaresApi.EmbargoView.of(Embargo.of(year), Edition.required(year), clock.instant());
  }

  /**
   * Sets the time of an edition's automatic publication.
   *
   * @throws Refusal 422 for a time in the past
   */
  @Transactional
  public PalmaresApi.EmbargoView setEmbargo(
      int year, PalmaresApi.NewEmbargo wanted, String ifMatch) {
    Edition edition = Edition.locked(year, scope);
    Embargo embargo = Embargo.of(year);
    Instant end = wanted.endsAt();
    door.change(
        embargo,
        ifMatch,
        Action.CHANGED,
        e -> {
          if (end != null && end.isBefore(clock.instant())) {
            throw Refusal.at("/endsAt", PalmaresRule.EMBARGO_PAST);
          }
          e.endsAt = end == null ? null : end.truncatedTo(ChronoUnit.MICROS);
          e.setBy = caller.name();
          e.setAt = clock.instant();
          e.version++;
          e.persist();
        });
    return PalmaresApi.EmbargoView.of(embargo, edition, clock.instant());
  }
}
