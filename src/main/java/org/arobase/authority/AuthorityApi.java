package org.arobase.authority;

import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.http.HasETag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the reference data's API. */
public final class AuthorityApi {
  private AuthorityApi() {}

  /** A local authority. */
  @Schema(name = "Authority", description = "A local authority. © INSEE/Etalab, Licence Ouverte.")
  public record View(
      @Schema(
              description = "COG code of a commune, SIREN of an EPCI, D + number of a département.",
              examples = "78138")
          String code,
      LocalAuthority.Kind kind,
      @Schema(examples = "Chanteloup-les-Vignes") String name,
      @Schema(description = "Number of the département.", examples = "78") String department,
      @Schema(description = "INSEE code of the région.", examples = "11") String region,
      @Schema(examples = "Île-de-France") String regionName,
      @Schema(description = "Inhabitants.", examples = "10861") @Nullable Integer population,
      @Schema(examples = "217801380") @Nullable String siren,
      @Schema(description = "SIREN of a commune's EPCI.", examples = "200059889")
          @Nullable String intermunicipality)
      implements HasETag {

    @Override
    public String tag() {
      return Canonical.hash(Canonical.json(this));
    }

    /** The view of an authority. The region must be loaded. */
    public static View from(LocalAuthority a) {
      return new View(
          a.code,
          a.kind,
          a.name,
          a.department,
          a.region.code,
          a.region.name,
          a.population,
          a.siren,
          a.intermunicipality);
    }
  }

  /** A label of a past edition. */
  @Schema(name = "Label", description = "A label that an authority got, with its source.")
  public record Label(
      @Schema(description = "Number of the edition.", examples = "21") int edition,
      @Schema(examples = "2020") int year,
      @Schema(description = "0 to 5 @.", minimum = "0", maximum = "5") int level,
      @Schema(description = "Address of the publication, or `arobase` for our own palmarès.")
          String source,
      @Schema(description = "Values that were derived or inferred.") String note) {

    /** The view of a label. */
    public static Label from(LabelRecord l) {
      return new Label(l.edition, l.year, l.level, l.source, l.note);
    }
  }
}
