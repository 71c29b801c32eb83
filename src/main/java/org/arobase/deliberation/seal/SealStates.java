package org.arobase.deliberation.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.platform.canonical.Canonical;
import org.jspecify.annotations.Nullable;

/** The recorded state of seals: the hash of their content, and their corrections. */
@ApplicationScoped
class SealStates implements StateSource {
  private static final String KIND = "seal";

  /**
   * @param found SHA-256 of the content as it is now
   */
  private record Content(
      long id,
      String contentHash,
      String found,
      String reason,
      String sealedBy,
      Instant sealedAt,
      List<CorrectionContent> corrections) {}

  private record CorrectionContent(long id, String dossier, int from, int to, String reason) {
    static CorrectionContent of(Correction c) {
      return new CorrectionContent(
          c.id, c.dossier.named(c.editionYear), c.fromLevel, c.toLevel, c.reason);
    }
  }

  static State of(Seal seal, List<Correction> ofVersion) {
    return new State(
        Subject.of(KIND, seal.editionYear, String.valueOf(seal.version)),
        new Content(
            seal.id,
            seal.contentHash,
            Canonical.hash(seal.content),
            seal.reason,
            seal.sealedBy,
            seal.sealedAt,
            ofVersion.stream().map(CorrectionContent::of).toList()));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    Map<Version, List<Correction>> corrections =
        Correction.<Correction>list(
                "from Correction c join fetch c.dossier d join fetch d.authority a"
                    + " where ?1 is null or c.editionYear = ?1 order by a.code",
                year)
            .stream()
            .collect(Collectors.groupingBy(c -> new Version(c.editionYear, c.version)));
    List<State> seals =
        Seal.<Seal>list("?1 is null or editionYear = ?1", year).stream()
            .map(
                s -> {
                  List<Correction> own = corrections.remove(new Version(s.editionYear, s.version));
                  return of(s, own == null ? List.of() : own);
                })
            .toList();
    Stream.concat(seals.stream(), corrections.keySet().stream().map(SealStates::orphan))
        .forEach(to);
  }

  private record Version(int year, int number) {}

  /** Corrections without a seal; the application never leaves any. */
  private static State orphan(Version version) {
    String key = version.year + "/" + version.number;
    return new State(Subject.outside(KIND, "of " + key), key);
  }
}
