package org.arobase.palmares.pdf;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.access.AccessScope;
import org.arobase.deliberation.seal.Seal;
import org.arobase.deliberation.seal.SealedResults;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.RatingPolicy.Stratum;
import org.arobase.jury.Juror;
import org.arobase.palmares.document.PalmaresDocument;
import org.arobase.palmares.document.PalmaresDocument.Label;
import org.arobase.palmares.document.PublishedDocument;
import org.arobase.palmares.signing.PublicAddress;
import org.jspecify.annotations.Nullable;

/** Writes minutes, letters and certificates. */
@ApplicationScoped
class PdfDocuments {
  private final Engine templates;
  private final Feedbacks feedbacks;
  private final PublicAddress address;
  private final AccessScope scope;

  PdfDocuments(Engine templates, Feedbacks feedbacks, PublicAddress address, AccessScope scope) {
    this.address = address;
    this.templates = templates;
    this.feedbacks = feedbacks;
    this.scope = scope;
  }

  /** The minutes of a version of the results, without dossiers that the caller may not see. */
  @Transactional
  byte[] minutes(int year, @Nullable Integer version) {
    Edition edition = Edition.required(year);
    Seal seal = Seal.required(year, version);
    SealedResults all = seal.results();
    SealedResults known = all.seenBy(scope::sees);
    Map<String, String> names =
        Juror.all(year).stream().collect(Collectors.toMap(j -> j.handle, j -> j.name));
    Map<String, String> strata =
        edition.policy().strata().stream()
            .collect(Collectors.toMap(Stratum::code, stratum -> stratum.name().fr()));
    Minutes minutes = Minutes.of(known, seal.contentHash, names, strata, !known.equals(all));
    return written("minutes", minutes, seal.sealedAt);
  }

  /** The feedback letter of a dossier. */
  @Transactional
  byte[] feedback(int year, String code) {
    Feedback feedback = feedbacks.of(year, code);
    return written("feedback", feedback, feedback.sealedAt());
  }

  /** The certificate of a published label. */
  @Transactional
  byte[] certificate(int year, String code, @Nullable Integer version) {
    PublishedDocument published = PublishedDocument.required(year, version);
    PalmaresDocument document = published.document();
    Label label = document.label(code);
    Certificate certificate =
        Certificate.of(
            document,
            label,
            published.documentHash,
            // the certificate keeps its version, even when there is a newer one
            address.of("palmares/" + year + "/labels/" + code + "?version=" + document.version()));
    return written("certificate", certificate, published.publishedAt);
  }

  private byte[] written(String name, Object content, Instant at) {
    return PdfRenderer.of(
        templates.getTemplate("pdf/" + name + ".html").data(name, content).render(), at);
  }
}
