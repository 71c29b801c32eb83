package org.arobase.palmares.figures;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.arobase.authority.AuthorityFilter;
import org.arobase.authority.LocalAuthority.Kind;
import org.arobase.palmares.PalmaresApi;
import org.arobase.palmares.PalmaresApi.Counts;
import org.arobase.palmares.signing.PublicAddress;
import org.arobase.platform.http.PublicAnswer;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.language.Messages;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures on the published results, open to everyone. */
@Path("/palmares")
@Tag(name = "Palmarès", description = "The published list.")
public class FiguresResource {
  private final PublicAddress address;
  private final Optional<String> licence;
  private final CallerLanguage language;

  FiguresResource(
      PublicAddress address,
      @ConfigProperty(name = "arobase.data-licence") Optional<String> licence,
      CallerLanguage language) {
    this.address = address;
    this.licence = licence.filter(l -> !l.isBlank());
    this.language = language;
  }

  /** How many got each level, edition by edition. */
  @GET
  @Path("/distributions")
  @PublicAnswer
  @Operation(
      operationId = "listDistributions",
      summary = "How many authorities got each level, edition by edition, the newest first",
      description =
          "Editions published here, and past ones as sources report them. With a filter, only the"
              + " known single labels of past editions are counted: never all of them.")
  public List<PalmaresApi.Distribution> distributions(
      @QueryParam("region") String region,
      @QueryParam("department") String department,
      @QueryParam("kind") Kind kind) {
    return Distributions.of(new AuthorityFilter(department, region, kind));
  }

  /** Label counts of an edition. */
  @GET
  @Path("/{year}/counts")
  @PublicAnswer
  @Operation(
      operationId = "countPalmares",
      summary = "Count labels by level, place, kind or stratum",
      description =
          "With a sentence to quote. For a past edition, a request by level alone gives the count"
              + " of a source. Other requests count the known single labels, which are never all of"
              + " them: `complete` is then false.")
  @Refuses("palmares-not-found")
  public Counts counts(
      @PathParam("year") int year,
      @QueryParam("level") Integer level,
      @QueryParam("region") String region,
      @QueryParam("department") String department,
      @QueryParam("kind") Kind kind,
      @QueryParam("stratum") String stratum) {
    return new Figures(year, level, stratum, new AuthorityFilter(department, region, kind))
        .of(Messages.in(language.locale()));
  }

  /** The description for open-data portals. */
  @GET
  @Path("/catalogue")
  @Produces("application/ld+json")
  @PublicAnswer
  @Operation(
      operationId = "getCatalogue",
      summary = "Get a DCAT catalogue of the published data as JSON-LD, for open-data portals")
  public Map<String, Object> catalogue() {
    return new Catalogue(address, licence).content();
  }
}
