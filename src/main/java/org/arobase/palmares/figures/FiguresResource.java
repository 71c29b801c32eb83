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
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures on what was published, for everyone. */
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
          "Editions published here, and those of the past as sources told them. Of a part of the"
              + " country, or of a kind, what is known of single labels of the past is counted: never"
              + " all of them.")
  public List<PalmaresApi.Distribution> distributions(
      @QueryParam("region") String region,
      @QueryParam("department") String department,
      @QueryParam("kind") Kind kind) {
    return Distributions.of(new AuthorityFilter(department, region, kind));
  }

  /** How many of what. */
  @GET
  @Path("/{year}/counts")
  @PublicAnswer
  @Operation(
      operationId = "countPalmares",
      summary = "How many labels of a level, of a part of the country, kind or stratum",
      description =
          "With a sentence to quote. Of an edition of the past it is what a source has counted, if"
              + " only a level is asked for; else what is known of single labels, which is never all:"
              + " then `complete` is false.")
  @Refuses(Problem.PALMARES_NOT_FOUND)
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
      summary = "What is published here, for open-data portals: a DCAT catalogue as JSON-LD")
  public Map<String, Object> catalogue() {
    return new Catalogue(address, licence).content();
  }
}
