package org.arobase.palmares.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.deliberation.seal.Seal;
import org.arobase.palmares.document.PalmaresDocument.Issuer;
import org.arobase.palmares.signing.PublicAddress;
import org.arobase.palmares.signing.Signer;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.problem.Refusal;

/** Writes, signs and stores the public document of a seal and each label in it. */
@ApplicationScoped
public class Publisher {
  private final Signer signer;
  private final PublicAddress address;
  private final WriteDoor door;

  Publisher(Signer signer, PublicAddress address, WriteDoor door) {
    this.signer = signer;
    this.address = address;
    this.door = door;
  }

  /**
   * Publishes a seal.
   *
   * @throws Refusal 409 when this server has no signing key, or its key is revoked or retired
   */
  @Transactional(TxType.MANDATORY)
  public PublishedDocument publish(Seal seal, Instant at) {
    PublishedDocument published = new PublishedDocument();
    published.signingKey = signer.requireKey();
    published.editionYear = seal.editionYear;
    published.version = seal.version;
    published.publishedAt = at;
    PalmaresDocument document =
        DocumentContent.of(
            seal.results(),
            seal.contentHash,
            new Issuer(address.of("palmares"), address.issuer()),
            at,
            PublishedDocument.newest(seal.editionYear).orElse(null));
    String text = Canonical.rfc8785(document);
    published.documentHash = Canonical.hash(text);
    published.jws = signer.sign(text, Map.of("typ", "arobase-palmares"));
    List<PublishedCredential> credentials = credentials(published, document);
    door.write(
        null,
        Action.PUBLISHED,
        () -> {
          published.persist();
          PublishedCredential.persist(credentials);
          return DocumentStates.of(published, credentials);
        });
    return published;
  }

  private List<PublishedCredential> credentials(
      PublishedDocument published, PalmaresDocument document) {
    CredentialContent content = new CredentialContent(address, document, published.documentHash);
    List<PublishedCredential> credentials = new ArrayList<>();
    for (int place = 0; place < document.labels().size(); place++) {
      PublishedCredential credential = new PublishedCredential();
      credential.editionYear = published.editionYear;
      credential.version = published.version;
      credential.code = document.labels().get(place).code();
      credential.jwt = signer.sign(content.of(place), Map.of());
      credentials.add(credential);
    }
    return credentials;
  }
}
