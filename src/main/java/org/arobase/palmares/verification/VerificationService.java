package org.arobase.palmares.verification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.arobase.palmares.document.PalmaresDocument;
import org.arobase.palmares.document.PalmaresDocument.Label;
import org.arobase.palmares.document.PublishedCredential;
import org.arobase.palmares.document.PublishedDocument;
import org.arobase.palmares.kept.PublicRecord;
import org.arobase.palmares.signing.Jws;
import org.arobase.palmares.signing.Signer;
import org.arobase.palmares.signing.SigningKey;
import org.arobase.palmares.verification.VerificationApi.Check;
import org.arobase.palmares.verification.VerificationApi.Kind;
import org.arobase.palmares.verification.VerificationApi.Outcome;
import org.arobase.palmares.verification.VerificationApi.Result;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.language.Messages;
import org.arobase.platform.merkle.MerkleProof;
import org.jspecify.annotations.Nullable;

/** Verifies that a text was published here unchanged; an invalid text is not an error. */
@ApplicationScoped
public class VerificationService {
  private final Signer signer;
  private final PublicRecord record;
  private final CallerLanguage language;

  VerificationService(Signer signer, PublicRecord record, CallerLanguage language) {
    this.signer = signer;
    this.record = record;
    this.language = language;
  }

  /** The findings on one text. */
  private static final class Findings {
    private final Messages messages;
    private final List<Outcome> checks = new ArrayList<>();
    private Kind kind = Kind.UNKNOWN;
    private @Nullable String keyId;
    private @Nullable PublishedDocument document;
    private @Nullable Label label;

    Findings(Messages messages) {
      this.messages = messages;
    }

    boolean is(Check check, boolean passed) {
      String text = messages.text("verification." + check.name() + "." + passed);
      checks.add(new Outcome(check, passed, text));
      return passed;
    }

    Result result() {
      boolean valid = checks.stream().allMatch(Outcome::passed);
      Integer newest =
          document == null ? null : PublishedDocument.newestVersion(document.editionYear);
      boolean superseded = newest != null && document.version < newest;
      return new Result(
          valid,
          kind,
          document == null ? null : document.editionYear,
          document == null ? null : document.version,
          label == null ? null : label.code(),
          label == null ? null : label.name(),
          label == null ? null : label.level(),
          keyId,
          superseded ? newest : null,
          label == null ? null : document.standing(document.later()).contains(label),
          checks);
    }
  }

  /** Verifies a compact JWS, with messages in the caller's language. */
  public Result verify(String signed) {
    record.requireIntact(null);
    return verify(signed, Messages.in(language.locale()));
  }

  /** Verifies a compact JWS, with messages in a given language. */
  @Transactional
  public Result verify(String signed, Messages messages) {
    Findings found = new Findings(messages);
    // files and forms can add spaces around the text
    Optional<Jws> jws = Jws.of(signed.strip());
    if (found.is(Check.FORM, jws.isPresent())) {
      signature(jws.get(), found);
    }
    return found.result();
  }

  private void signature(Jws jws, Findings found) {
    Optional<SigningKey> key = signer.signerOf(jws);
    if (!found.is(Check.SIGNATURE, key.isPresent())) {
      return;
    }
    found.keyId = jws.keyId();
    if (found.is(Check.KEY, key.get().revokedAt == null)) {
      published(jws, found);
    }
  }

  private void published(Jws jws, Findings found) {
    JsonNode content = Canonical.tree(jws.payload());
    if (PalmaresDocument.FORMAT.equals(content.path("format").asText())) {
      found.kind = Kind.DOCUMENT;
      Optional<PublishedDocument> known =
          PublishedDocument.ofHash(Canonical.hash(jws.payload()))
              .filter(document -> document.jws.equals(jws.compact()));
      found.document = known.orElse(null);
      found.is(Check.PUBLISHED, known.isPresent());
      return;
    }
    found.kind = Kind.LABEL;
    label(jws, content.path("evidence").path(0).path("inclusionProof"), found);
  }

  private void label(Jws jws, JsonNode proof, Findings found) {
    Optional<PublishedDocument> named =
        PublishedDocument.ofHash(proof.path("documentHash").asText());
    int place = proof.path("place").asInt(-1);
    boolean known =
        named
            .filter(document -> place >= 0 && place < document.document().labels().size())
            .filter(
                document ->
                    PublishedCredential.of(document, document.document().labels().get(place).code())
                        .filter(kept -> kept.jwt.equals(jws.compact()))
                        .isPresent())
            .isPresent();
    if (found.is(Check.PUBLISHED, known)) {
      found.document = named.get();
      found.label = named.get().document().labels().get(place);
      found.is(Check.INCLUSION, isIncluded(found.label, place, proof, named.get().document()));
    }
  }

  private static boolean isIncluded(
      Label label, int place, JsonNode proof, PalmaresDocument document) {
    List<String> path = new ArrayList<>();
    proof.path("path").forEach(hash -> path.add(hash.asText()));
    return MerkleProof.included(
        label.leafHash(), place, document.labels().size(), path, document.merkleRoot());
  }
}
