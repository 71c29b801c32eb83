package org.arobase.palmares;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.arobase.audit.Action;
import org.arobase.audit.Audit;
import org.arobase.audit.Verifier;
import org.arobase.authority.LabelRecord;
import org.arobase.deliberation.Outcome;
import org.arobase.edition.Edition;
import org.arobase.edition.EditionService;
import org.arobase.edition.Permit;
import org.arobase.edition.Phase;
import org.arobase.identity.Caller;
import org.arobase.platform.http.IfMatch;

/** Lifts the embargo. */
@ApplicationScoped
public class PublicationService {
  private final EditionService editions;
  private final Permit permit;
  private final Audit audit;
  private final Verifier verifier;
  private final Caller caller;
  private final Clock clock;

  PublicationService(
      EditionService editions,
      Permit permit,
      Audit audit,
      Verifier verifier,
      Caller caller,
      Clock clock) {
    this.editions = editions;
    this.permit = permit;
    this.audit = audit;
    this.verifier = verifier;
    this.caller = caller;
    this.clock = clock;
  }

  /** Publishes a finalised edition; each level joins its authority's history. */
  @Transactional
  public PalmaresApi.Published publish(int year, String ifMatch) {
    Edition edition = permit.locked(year);
    IfMatch.require(ifMatch, edition.version);
    verifier.requireRecorded(year);
    Publication publication = new Publication();
    publication.editionYear = year;
    publication.publishedAt = clock.instant();
    publication.publishedBy = caller.name();
    publication.persist();
    List<LabelRecord> labels = new ArrayList<>();
    for (Outcome outcome : PalmaresList.outcomes(year)) {
      if (!outcome.dossier.synthetic) {
        labels.add(label(edition, outcome));
      }
    }
    LabelRecord.persist(labels);
    LabelRecord.flush();
    audit.record(Action.PUBLISHED, PublicationStates.of(publication));
    if (!labels.isEmpty()) {
      labels.sort(Comparator.comparing(label -> label.authorityCode));
      audit.record(Action.CREATED, PublicationStates.of(year, labels));
    }
    editions.enter(edition, Phase.PUBLISHED);
    return PalmaresApi.Published.from(
        edition, publication, PublishedEditions.distributions().getOrDefault(year, Map.of()));
  }

  private static LabelRecord label(Edition edition, Outcome outcome) {
    LabelRecord label = new LabelRecord();
    label.authorityCode = outcome.dossier.code();
    label.authorityName = outcome.dossier.authority.name;
    label.edition = edition.number;
    label.year = edition.year;
    label.level = outcome.level;
    label.source = LabelRecord.OURS;
    return label;
  }
}
