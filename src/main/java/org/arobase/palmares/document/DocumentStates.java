package org.arobase.palmares.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.platform.canonical.Canonical;
import org.jspecify.annotations.Nullable;

/** The recorded state of published documents: the hash of each document and of each label. */
@ApplicationScoped
public class DocumentStates implements StateSource {
  private static final String KIND = "published-document";

  /**
   * @param labels SHA-256 of each signed label by code
   */
  private record Content(
      String jwsHash,
      String documentHash,
      String signingKey,
      Instant publishedAt,
      Map<String, String> labels) {}

  private record Version(int year, int version) {}

  /** A published document as it is now, with its labels. */
  public static State of(PublishedDocument d, List<PublishedCredential> credentials) {
    Map<String, String> labels = new TreeMap<>();
    credentials.forEach(c -> labels.put(c.code, Canonical.hash(c.jwt)));
    return new State(
        subject(d.editionYear, d.version),
        new Content(Canonical.hash(d.jws), d.documentHash, d.signingKey, d.publishedAt, labels));
  }

  /** The subject of a version of a palmarès. */
  public static Subject subject(int year, int version) {
    return Subject.of(KIND, year, String.valueOf(version));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    Map<Version, List<PublishedCredential>> credentials =
        PublishedCredential.<PublishedCredential>list("?1 is null or editionYear = ?1", year)
            .stream()
            .collect(Collectors.groupingBy(c -> new Version(c.editionYear, c.version)));
    PublishedDocument.<PublishedDocument>list("?1 is null or editionYear = ?1", year).stream()
        .map(d -> of(d, credentials.getOrDefault(new Version(d.editionYear, d.version), List.of())))
        .forEach(to);
  }
}
