package org.arobase.palmares;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.arobase.audit.Action;
import org.arobase.audit.Audit;
import org.arobase.audit.Verifier;
import org.arobase.authority.LabelRecord;
import org.arobase.deliberation.FinalResultsRecord;
import org.arobase.deliberation.Outcome;
import org.arobase.deliberation.seal.CorrectionApi;
import org.arobase.deliberation.seal.Corrections;
import org.arobase.deliberation.seal.Seal;
import org.arobase.deliberation.seal.Sealing;
import org.arobase.edition.Edition;
import org.arobase.edition.EditionService;
import org.arobase.edition.EditionStates;
import org.arobase.edition.Permit;
import org.arobase.edition.Phase;
import org.arobase.identity.Caller;
import org.arobase.palmares.document.DocumentApi.Version;
import org.arobase.palmares.document.PublishedDocument;
import org.arobase.palmares.document.Publisher;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.database.Versions;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Rule;

/** Lifts the embargo, by hand or at its time, and puts right what was published. */
@ApplicationScoped
public class PublicationService {
  private final EditionService editions;
  private final Sealing sealing;
  private final Corrections corrections;
  private final Publisher publisher;
  private final FinalResultsRecord results;
  private final Permit permit;
  private final Audit audit;
  private final Verifier verifier;
  private final Caller caller;
  private final Clock clock;

  PublicationService(
      EditionService editions,
      Sealing sealing,
      Corrections corrections,
      Publisher publisher,
      FinalResultsRecord results,
      Permit permit,
      Audit audit,
      Verifier verifier,
      Caller caller,
      Clock clock) {
    this.editions = editions;
    this.sealing = sealing;
    this.corrections = corrections;
    this.publisher = publisher;
    this.results = results;
    this.permit = permit;
    this.audit = audit;
    this.verifier = verifier;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Publishes a finalised edition; each level joins its authority's history.
   *
   * @throws Refusal 409 without a key to sign with
   */
  @Transactional
  public PalmaresApi.Published publish(int year, String ifMatch) {
    Edition edition = permit.locked(year);
    IfMatch.require(ifMatch, edition.version);
    return published(edition);
  }

  /** Whether that could be: it is done, looked at, and undone. */
  public PalmaresApi.Published tryOut(int year) {
    return Transactions.triedOut(() -> published(permit.locked(year))).tried();
  }

  private PalmaresApi.Published published(Edition edition) {
    Publication publication = published(edition, caller.name());
    return PalmaresApi.Published.from(
        edition,
        publication,
        PublishedEditions.distributions().getOrDefault(edition.year, Map.of()));
  }

  /** The same when its embargo is over; false when somebody was faster, or has put it off. */
  @Transactional
  boolean publishWhenOver(int year) {
    Edition edition = Edition.locked(year);
    Embargo embargo = Embargo.of(year);
    if (!embargo.isOverdue(edition, clock.instant())) {
      return false;
    }
    audit.requireRecorded(PublicationStates.of(embargo));
    published(edition, embargo.setBy);
    return true;
  }

  private Publication published(Edition edition, String by) {
    verifier.requireRecorded(edition.year);
    Publication publication = new Publication();
    publication.editionYear = edition.year;
    publication.publishedAt = clock.instant();
    publication.publishedBy = by;
    publication.persist();
    audit.record(Action.PUBLISHED, PublicationStates.of(publication));
    Seal seal = Seal.newest(edition.year).orElseGet(() -> sealedNow(edition, by));
    publisher.publish(seal, publication.publishedAt);
    recordLabels(edition);
    editions.enter(edition, Phase.PUBLISHED);
    return publication;
  }

  /**
   * Of an edition that was finalised before results were sealed: its outcomes are named as its
   * authorities are today, and stay so.
   */
  private Seal sealedNow(Edition edition, String by) {
    List<Outcome> outcomes = Outcome.all(edition.year);
    outcomes.stream().filter(o -> o.name == null).forEach(Outcome::nameAsToday);
    Outcome.flush();
    audit.record(Action.CHANGED, results.of(edition.year));
    return sealing.sealFirst(edition, by, clock.instant());
  }

  private void recordLabels(Edition edition) {
    boolean again =
        LabelRecord.delete("source = ?1 and year = ?2", LabelRecord.OURS, edition.year) > 0;
    List<LabelRecord> labels =
        Outcome.all(edition.year).stream()
            .filter(outcome -> !outcome.dossier.synthetic)
            .map(outcome -> label(edition, outcome))
            .sorted(Comparator.comparing(label -> label.authorityCode))
            .toList();
    LabelRecord.persist(labels);
    LabelRecord.flush();
    if (!labels.isEmpty()) {
      audit.record(
          again ? Action.CORRECTED : Action.CREATED, PublicationStates.of(edition.year, labels));
    }
  }

  private static LabelRecord label(Edition edition, Outcome outcome) {
    LabelRecord label = new LabelRecord();
    label.authorityCode = outcome.dossier.code();
    label.authorityName = outcome.name();
    label.edition = edition.number;
    label.year = edition.year;
    label.level = outcome.level;
    label.source = LabelRecord.OURS;
    return label;
  }

  /**
   * Puts published results right.
   *
   * @throws Refusal as {@link Corrections#correct} and {@link #publish}
   */
  @Transactional
  public Version correct(int year, CorrectionApi.New correction, String ifMatch) {
    Edition edition = permit.locked(year);
    IfMatch.require(ifMatch, edition.version);
    return corrected(edition, correction);
  }

  /** What that would do: it is done, looked at, and undone. */
  public Version tryCorrection(int year, CorrectionApi.New correction) {
    return Transactions.triedOut(() -> corrected(permit.locked(year), correction)).tried();
  }

  private Version corrected(Edition edition, CorrectionApi.New correction) {
    verifier.requireRecorded(edition.year);
    if (Seal.newest(edition.year).isEmpty()) {
      // what was published before it was signed is signed as it was, before it is put right
      publisher.publish(
          sealedNow(edition, caller.name()), Publication.required(edition.year).publishedAt);
    }
    Seal seal = corrections.correct(edition, correction);
    PublishedDocument document = publisher.publish(seal, clock.instant());
    recordLabels(edition);
    Versions.raise(edition);
    audit.record(Action.CORRECTED, EditionStates.of(edition));
    return Version.of(document, document.version);
  }

  /** When an edition is published by itself. */
  @Transactional
  public PalmaresApi.EmbargoView embargo(int year) {
    return PalmaresApi.EmbargoView.of(Embargo.of(year), Edition.required(year), clock.instant());
  }

  /** Says when an edition is published by itself. */
  @Transactional
  public PalmaresApi.EmbargoView setEmbargo(
      int year, PalmaresApi.NewEmbargo wanted, String ifMatch) {
    Edition edition = permit.locked(year);
    Embargo embargo = Embargo.of(year);
    IfMatch.require(ifMatch, embargo.version);
    if (embargo.version > 0) {
      audit.requireRecorded(PublicationStates.of(embargo));
    }
    Instant end = wanted.endsAt();
    if (end != null && end.isBefore(clock.instant())) {
      throw Refusal.at("/endsAt", Rule.EMBARGO_PAST);
    }
    embargo.endsAt = end == null ? null : end.truncatedTo(ChronoUnit.MICROS);
    embargo.setBy = caller.name();
    embargo.setAt = clock.instant();
    embargo.version++;
    embargo.persistAndFlush();
    audit.record(Action.CHANGED, PublicationStates.of(embargo));
    return PalmaresApi.EmbargoView.of(embargo, edition, clock.instant());
  }
}
