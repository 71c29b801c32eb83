package org.arobase.palmares.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.arobase.audit.Audit;
import org.arobase.palmares.document.PalmaresDocument.Label;
import org.arobase.palmares.signing.PublicAddress;
import org.arobase.palmares.signing.Signer;
import org.jspecify.annotations.Nullable;

/** Signs, whenever somebody asks, which labels of a version do not stand any more. */
@ApplicationScoped
class StatusLists {
  /** Who keeps an old list to hide what was put right can do so for a week. */
  private static final Duration GOOD_FOR = Duration.ofDays(7);

  private final Signer signer;
  private final PublicAddress address;
  private final Audit audit;
  private final Clock clock;

  StatusLists(Signer signer, PublicAddress address, Audit audit, Clock clock) {
    this.signer = signer;
    this.address = address;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The signed list of a version: a label that the newest version has as it is stands, if no
   * revoked key has signed it.
   *
   * @param version null: the newest
   */
  @Transactional
  String of(int year, @Nullable Integer version) {
    signer.presentKey();
    PublishedDocument asked = recorded(PublishedDocument.required(year, version));
    PublishedDocument newest = recorded(PublishedDocument.required(year, null));
    IntPredicate revoked =
        signer.isRevoked(asked.signingKey) ? place -> true : changed(asked, newest);
    String list =
        new StatusList(address, asked.document()).credential(revoked, newest.publishedAt, until());
    return signer.sign(list, Map.of());
  }

  private static IntPredicate changed(PublishedDocument asked, PublishedDocument newest) {
    List<Label> labels = asked.document().labels();
    Set<Label> standing = new HashSet<>(newest.document().labels());
    return place -> place < labels.size() && !standing.contains(labels.get(place));
  }

  /** The same all day, so that caches can keep it. */
  private Instant until() {
    return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(GOOD_FOR);
  }

  /** What somebody has written into the database is not to be signed. */
  private PublishedDocument recorded(PublishedDocument document) {
    audit.requireRecorded(DocumentStates.of(document, PublishedCredential.all(document)));
    return document;
  }
}
