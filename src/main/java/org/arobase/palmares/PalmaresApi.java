package org.arobase.palmares;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.arobase.authority.LocalAuthority;
import org.arobase.authority.LocalAuthority.Kind;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.deliberation.outcome.Outcome;
import org.arobase.edition.Edition;
import org.arobase.palmares.document.PalmaresDocument.LabelDistinction;
import org.arobase.platform.http.HasETag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the palmarès' API. */
public final class PalmaresApi {
  private PalmaresApi() {}

  /** When an embargo is to end. */
  @Schema(name = "NewEmbargo", description = "When the palmarès is published automatically.")
  public record NewEmbargo(
      @Schema(description = "Absent for publication by hand.", examples = "2020-02-04T18:00:00Z")
          @Nullable Instant endsAt) {}

  /** When an embargo ends. */
  @Schema(name = "Embargo", description = "When the palmarès is published automatically.")
  public record EmbargoView(
      @Schema(examples = "2020") int edition,
      @Schema(description = "Absent for publication by hand.") @Nullable Instant endsAt,
      @Schema(
              description =
                  "True when that time has passed and the finalised edition is not published yet."
                      + " If this lasts, `publishEdition` tells why.")
          boolean overdue,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag {
    static EmbargoView of(Embargo e, Edition edition, Instant now) {
      return new EmbargoView(e.editionYear, e.endsAt, e.isOverdue(edition, now), e.version);
    }

    @Override
    public String tag() {
      return String.valueOf(version);
    }
  }

  /** A published edition. */
  @Schema(name = "PublishedEdition", description = "An edition whose palmarès is public.")
  public record Published(
      @Schema(examples = "2020") int year,
      @Schema(description = "Number of the edition.", examples = "21") int edition,
      String name,
      Instant publishedAt,
      @Schema(description = "How many dossiers got each level; empty for a dry run.")
          Map<String, Integer> distribution,
      @Schema(description = "True when nothing was published and `publishedAt` is provisional.")
          @Nullable Boolean dryRun) {
    static Published from(
        Edition edition, Publication publication, Map<String, Integer> distribution) {
      return new Published(
          edition.year, edition.number, edition.name, publication.publishedAt, distribution, null);
    }

    Published tried() {
      // a caller who is recused from a dossier could deduce its level
      return new Published(year, edition, name, publishedAt, Map.of(), true);
    }
  }

  /** How many authorities got each level in an edition. */
  @Schema(
      name = "Distribution",
      description = "How many authorities got each level in an edition, published here or earlier.")
  public record Distribution(
      @Schema(description = "Number of the edition.", examples = "8") int edition,
      @Schema(examples = "2006") int year,
      @Schema(description = "How many took part, as the source counts.", examples = "223")
          int total,
      @Schema(
              description =
                  "By level; `0` stands for no @. Levels that the source does not give are absent.")
          Map<String, Integer> levels,
      @Schema(description = "Whether the levels add up to the total; past data can be partial.")
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
      @Schema(description = "Code of its stratum.") String stratum,
      @Schema(description = "0 to 5 @.") int level,
      @Schema(description = "Whether one @ is green.") boolean green,
      @Schema(description = "Whether it took part without being compared.")
          boolean outOfCompetition,
      @Schema(description = "Distinctions in addition to the level.")
          List<LabelDistinction> distinctions,
      @Schema(description = "Made by the sample generator: not a real label.") boolean synthetic) {
    static Entry from(Outcome o, List<Distinction> given) {
      LocalAuthority a = o.dossier.authority;
      return new Entry(
          a.code,
          o.name,
          o.kind,
          o.department,
          o.region,
          o.regionName,
          o.dossier.population,
          o.stratum,
          o.level,
          given.stream().anyMatch(d -> d.kind == Distinction.Kind.GREEN_AT),
          given.stream().anyMatch(d -> d.kind == Distinction.Kind.OUT_OF_COMPETITION),
          given.stream().map(LabelDistinction::of).toList(),
          o.dossier.synthetic);
    }
  }

  /** Label counts of an edition. */
  @Schema(name = "PalmaresCounts", description = "Label counts by level, place, kind and stratum.")
  public record Counts(
      @Schema(examples = "2020") int year,
      @Schema(description = "How many match the filters.", examples = "8") int count,
      @Schema(description = "How many match at any level.", examples = "41") int ofAnyLevel,
      @Schema(description = "Whether the figures cover all labels of the edition.")
          boolean complete,
      Map<String, Integer> byLevel,
      @Schema(
              description =
                  "By INSEE code; this and the next are empty when the source gives levels only.")
          Map<String, Integer> byRegion,
      Map<String, Integer> byDepartment,
      Map<String, Integer> byKind,
      Map<String, Integer> byStratum,
      @Schema(examples = "8 collectivités à 4 @ (Île-de-France) en 2020.") String sentence) {}

  /** An authority's participation in an edition. */
  @Schema(name = "Participation", description = "An authority’s participation in an edition.")
  public record Participation(
      @Schema(examples = "21") int edition,
      @Schema(examples = "2020") int year,
      @Schema(description = "Rank among its known participations, from 1.", examples = "2")
          int number,
      @Schema(description = "0 to 5 @.") int level,
      @Schema(description = "Change in @ since the one before; negative for fewer.")
          @Nullable Integer change,
      @Schema(description = "Whether it was published here.") boolean ours) {}

  /** The label history of an authority. */
  @Schema(name = "AuthorityProgress", description = "The label history of an authority.")
  public record AuthorityProgress(
      @Schema(examples = "78138") String code,
      @Schema(examples = "Chanteloup-les-Vignes") String name,
      @Schema(examples = "2") int participations,
      @Schema(description = "The highest level, 0 to 5; absent if it never took part.")
          @Nullable Integer best,
      @Schema(examples = "2e participation connue") String sentence,
      @Schema(description = "Oldest first.") List<Participation> history,
      @Schema(description = "Its known mentions and distinctions.") List<Honour> honours) {}

  /** A mention or distinction of an authority. */
  @Schema(name = "Honour", description = "A mention or distinction of an authority.")
  public record Honour(
      @Schema(examples = "22") int edition,
      @Schema(examples = "2021") int year,
      @Schema(examples = "Territoire d’excellence numérique (3 ans)") String what,
      @Schema(description = "Address of the publication, or `arobase` for our own palmarès.")
          String source) {}
}
