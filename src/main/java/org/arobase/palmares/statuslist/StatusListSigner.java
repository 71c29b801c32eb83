package org.arobase.palmares.statuslist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.arobase.audit.AuditProblem;
import org.arobase.audit.WriteDoor;
import org.arobase.palmares.document.DocumentStates;
import org.arobase.palmares.document.PalmaresDocument.Label;
import org.arobase.palmares.document.PublishedCredential;
import org.arobase.palmares.document.PublishedDocument;
import org.arobase.palmares.document.StatusList;
import org.arobase.palmares.signing.Signer;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Signs, on each request, the list of the labels of a version that no longer stand. */
@ApplicationScoped
@RetryOnLostRace
public class StatusListSigner {
  /** An old list can hide a correction for up to this long. */
  private static final Duration GOOD_FOR = Duration.ofDays(7);

  private final Signer signer;
  private final WriteDoor door;
  private final Clock clock;

  StatusListSigner(Signer signer, WriteDoor door, Clock clock) {
    this.signer = signer;
    this.door = door;
    this.clock = clock;
  }

  /**
   * The signed list of a version. A label stands if all later versions have it unchanged and its
   * signing key is not revoked.
   *
   * @param version null for the newest
   */
  @Transactional
  public String of(int year, @Nullable Integer version) {
    signer.presentKey();
    PublishedDocument asked = PublishedDocument.required(year, version);
    List<PublishedDocument> later = asked.later();
    PublishedDocument newest = later.isEmpty() ? asked : later.get(later.size() - 1);
    requireRecorded(asked, later, newest);
    Optional<Instant> revoked = signer.revokedAt(asked.signingKey);
    Instant since = revoked.filter(newest.publishedAt::isBefore).orElse(newest.publishedAt);
    IntPredicate bits = revoked.isPresent() ? place -> true : changed(asked, later);
    String list = new StatusList(asked.document()).credential(bits, since, until());
    return signer.sign(list, Map.of("typ", "vc+jwt"));
  }

  /** Refuses to sign when documents were changed or deleted in the database. */
  private void requireRecorded(
      PublishedDocument asked, List<PublishedDocument> later, PublishedDocument newest) {
    Stream.concat(Stream.of(asked), later.stream())
        .map(document -> DocumentStates.of(document, PublishedCredential.all(document)))
        .forEach(door::requireRecorded);
    if (newest.version - asked.version != later.size()) {
      throw new Refusal(AuditProblem.RECORD_CONTRADICTED, "published-document");
    }
    door.requireNothing(DocumentStates.subject(newest.editionYear, newest.version + 1));
  }

  private static IntPredicate changed(PublishedDocument asked, List<PublishedDocument> later) {
    List<Label> labels = asked.document().labels();
    Set<Label> standing = asked.standing(later);
    return place -> place < labels.size() && !standing.contains(labels.get(place));
  }

  /** Constant within a day, so that caches can keep the list. */
  private Instant until() {
    return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(GOOD_FOR);
  }
}
