package org.arobase.palmares;

import java.time.Instant;
import java.util.Map;
import org.arobase.authority.LocalAuthority;
import org.arobase.authority.LocalAuthority.Kind;
import org.arobase.deliberation.Outcome;
import org.arobase.edition.Edition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the palmarès' API. */
public final class PalmaresApi {
  private PalmaresApi() {}

  /** A published edition. */
  @Schema(name = "PublishedEdition", description = "An edition whose palmarès is public.")
  public record Published(
      @Schema(examples = "2020") int year,
      @Schema(description = "Number of the edition.", examples = "21") int edition,
      String name,
      Instant publishedAt,
      @Schema(description = "How many dossiers got each level.")
          Map<String, Integer> distribution) {
    static Published from(
        Edition edition, Publication publication, Map<String, Integer> distribution) {
      return new Published(
          edition.year, edition.number, edition.name, publication.publishedAt, distribution);
    }
  }

  /** How many authorities got each level in an edition. */
  @Schema(
      name = "Distribution",
      description = "How many authorities got each level in an edition, ours or of the past.")
  public record Distribution(
      @Schema(description = "Number of the edition.", examples = "8") int edition,
      @Schema(examples = "2006") int year,
      @Schema(description = "How many took part, as the source counts.", examples = "223")
          int total,
      @Schema(
              description =
                  "By level; below the first @ stands `0`. A level that the source does not tell is"
                      + " absent.")
          Map<String, Integer> levels,
      @Schema(description = "Whether the levels add up to all; of the past not all is known.")
          boolean complete,
      @Schema(description = "Address of the publication, or `arobase` for our own palmarès.")
          String source,
      @Schema(description = "What was derived or inferred.") String note) {}

  /** An authority in the palmarès. */
  @Schema(name = "PalmaresEntry", description = "An authority with its label.")
  public record Entry(
      @Schema(examples = "78138") String code,
      @Schema(examples = "Chanteloup-les-Vignes") String name,
      Kind kind,
      @Schema(description = "Number of the département.", examples = "78") String department,
      @Schema(description = "INSEE code of the région.", examples = "11") String region,
      @Schema(examples = "Île-de-France") String regionName,
      @Nullable Integer population,
      @Schema(description = "0 to 5 @.") int level,
      @Schema(description = "Made by the sample generator: not a real label.") boolean synthetic) {
    static Entry from(Outcome o) {
      LocalAuthority a = o.dossier.authority;
      return new Entry(
          a.code,
          a.name,
          a.kind,
          a.department,
          a.region.code,
          a.region.name,
          a.population,
          o.level,
          o.dossier.synthetic);
    }
  }
}
