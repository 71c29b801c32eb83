package org.arobase.dossier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.arobase.authority.AuthorityApi;
import org.arobase.authority.LabelRecord;
import org.arobase.platform.http.HasETag;
import org.arobase.platform.http.HasLocation;
import org.arobase.platform.language.Typed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the dossiers' API. */
public final class DossierApi {
  public static final int MOST_SERVICES = 20;

  private DossierApi() {}

  /** A dossier to make. */
  @Schema(name = "NewDossier", description = "A dossier to make.")
  record New(
      @NotBlank
          @Pattern(regexp = "[0-9A-Z]{1,9}")
          @Schema(description = "Code of the authority.", examples = "78138")
          String authority) {}

  /** A dossier in a list. */
  @Schema(name = "DossierSummary", description = "A dossier in a list.")
  record Summary(
      @Schema(examples = "78138") String code,
      AuthorityApi.View authority,
      @Schema(description = "Code of its stratum in the rating policy.") String stratum,
      @Schema(description = "How many initiatives it has.") int initiatives,
      @Schema(description = "Made by the sample generator.") boolean synthetic) {
    public static Summary from(Dossier d, Map<Long, Integer> initiatives) {
      return new Summary(
          d.code(),
          AuthorityApi.View.from(d.authority),
          d.edition.policy().stratum(d.population).code(),
          initiatives.getOrDefault(d.id, 0),
          d.synthetic);
    }
  }

  /** A dossier. */
  @Schema(name = "Dossier", description = "A dossier with the authority's history.")
  record View(
      @Schema(examples = "2020") int edition,
      @Schema(examples = "78138") String code,
      AuthorityApi.View authority,
      @Schema(description = "Inhabitants on the day it was made.") int population,
      @Schema(description = "Code of its stratum in the rating policy.") String stratum,
      @Schema(description = "How many initiatives it has.") int initiatives,
      @Schema(description = "Labels of the past, the newest first.")
          List<AuthorityApi.Label> history,
      @Schema(description = "Made by the sample generator.") boolean synthetic,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag, HasLocation {
    public static View from(Dossier d) {
      return new View(
          d.edition.year,
          d.code(),
          AuthorityApi.View.from(d.authority),
          d.population,
          d.edition.policy().stratum(d.population).code(),
          Initiative.counts(List.of(d.id)).getOrDefault(d.id, 0),
          LabelRecord.of(d.code()).stream().map(AuthorityApi.Label::from).toList(),
          d.synthetic,
          d.version);
    }

    @Override
    public String tag() {
      return String.valueOf(version);
    }

    @Override
    public String location() {
      return "editions/" + edition + "/dossiers/" + code;
    }
  }

  /** The score that another jury gave the same dossier. */
  @Schema(
      name = "Anchor",
      description =
          "The score that another jury gave the same dossier. With five anchors or more, the mean"
              + " difference between the scores of this jury and the anchor scores is subtracted"
              + " from every score, so that levels stay comparable between editions.")
  record Anchor(
      @Schema(description = "0 to 1. Absent: the dossier is not an anchor.", examples = "0.634")
          @Nullable BigDecimal score,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag {
    public static Anchor from(Dossier d) {
      return new Anchor(d.anchor, d.version);
    }

    @Override
    public String tag() {
      return String.valueOf(version);
    }
  }

  /** A dossier's anchor score to set or to remove. */
  @Schema(name = "NewAnchor", description = "A dossier's anchor score to set or to remove.")
  record NewAnchor(
      @DecimalMin("0")
          @DecimalMax("1")
          @Digits(integer = 1, fraction = 10)
          @Schema(description = "0 to 1. Absent: the dossier is not an anchor.", examples = "0.634")
          @Nullable BigDecimal score) {}

  /** An initiative as the applicant describes it. */
  @Schema(name = "InitiativeContent", description = "An initiative as the applicant describes it.")
  public record Content(
      @NotBlank @Size(max = 200) @Pattern(regexp = Typed.PRINTABLE) String title,
      @NotNull @Size(max = 20_000) @Pattern(regexp = Typed.PRINTABLE) String description,
      @NotEmpty @Size(max = MOST_SERVICES) @Schema(description = "Codes of services, one or more.")
          Set<@NotBlank String> services,
      @Schema(description = "When it began; required unless it is ongoing.")
          @Nullable LocalDate startedOn,
      @Schema(description = "Whether it still goes on.") boolean ongoing,
      @Size(max = 400) @Pattern(regexp = Typed.LINK) @Nullable String url) {
    public Content {
      title = Typed.lines(title);
      description = Typed.lines(description);
      url = Typed.orNull(url);
    }

    public void applyTo(Initiative i) {
      i.title = title;
      i.description = description;
      i.services.retainAll(services);
      i.services.addAll(services);
      i.startedOn = startedOn;
      i.ongoing = ongoing;
      i.url = url;
    }
  }

  /** A line of the table of dossiers. */
  @Schema(
      name = "DossierRow",
      description =
          "A line of the table of dossiers: an initiative, or a dossier without initiatives. In CSV"
              + " and XLSX the services are separated by spaces. On import, an absent value of an"
              + " initiative that exists stays as it is, and an empty one is removed; title and"
              + " services cannot be empty.")
  public record Row(
      @Schema(description = "Code of the authority.", examples = "78138") String dossier,
      @Schema(
              description =
                  "Name of the authority. On import: empty, or a name that agrees with the code.")
          @Nullable String name,
      @Schema(
              description =
                  "Number of the initiative. Absent: that of an initiative with these values, else the"
                      + " next one.",
              examples = "3")
          @Nullable Integer number,
      @Nullable String title,
      @Nullable String description,
      @Schema(description = "Codes of services.") @Nullable List<String> services,
      @Schema(nullable = true) @Nullable LocalDate startedOn,
      @Schema(description = "Empty: false.") @Nullable Boolean ongoing,
      @Schema(nullable = true) @Nullable String url) {}

  /** An initiative. */
  @Schema(name = "Initiative", description = "An initiative of a dossier.")
  record InitiativeView(
      @Schema(description = "Number in its dossier, from 1.", examples = "3") int number,
      String title,
      String description,
      @Schema(description = "Codes of its services.") Set<String> services,
      @Schema(description = "Codes of the issues that its services belong to.") Set<String> issues,
      @Nullable LocalDate startedOn,
      boolean ongoing,
      @Schema(
              description =
                  "Whether it counts: ongoing, or less than two years old on the reference date.")
          boolean admissible,
      @Nullable String url,
      @Schema(description = "Made by the sample generator.") boolean synthetic,
      @Schema(hidden = true) @JsonIgnore String location,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag, HasLocation {
    public static InitiativeView from(Initiative i, Dossier d, Map<String, String> issueOfService) {
      return new InitiativeView(
          i.number,
          i.title,
          i.description,
          new TreeSet<>(i.services),
          i.services.stream()
              .map(issueOfService::get)
              .collect(Collectors.toCollection(TreeSet::new)),
          i.startedOn,
          i.ongoing,
          i.admissible(d.edition.referenceDate),
          i.url,
          i.synthetic,
          "editions/" + d.edition.year + "/dossiers/" + d.code() + "/initiatives/" + i.number,
          i.version);
    }

    @Override
    public String tag() {
      return String.valueOf(version);
    }
  }
}
