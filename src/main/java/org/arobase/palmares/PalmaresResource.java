package org.arobase.palmares;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.arobase.authority.AuthorityFilter;
import org.arobase.authority.LocalAuthority.Kind;
import org.arobase.palmares.PalmaresApi.Entry;
import org.arobase.palmares.PalmaresApi.Published;
import org.arobase.platform.contract.Refuses;
import org.arobase.platform.http.Page;
import org.arobase.platform.http.Page.Limit;
import org.arobase.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The palmarès, for everyone. */
@Path("/palmares")
@Tag(name = "Palmarès", description = "The published list.")
public class PalmaresResource {

  /** The published editions. */
  @GET
  @Operation(
      operationId = "listPalmares",
      summary = "List the published editions, the newest first")
  public List<Published> list() {
    return PublishedEditions.all();
  }

  /** How many got each level, edition by edition. */
  @GET
  @Path("/distributions")
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

  /** The palmarès of an edition. */
  @GET
  @Path("/{year}")
  @Operation(
      operationId = "getPalmares",
      summary = "The palmarès of an edition, by code",
      description = "404 as long as it is not published.")
  @Refuses(Problem.PALMARES_NOT_FOUND)
  public Page<Entry> get(
      @PathParam("year") int year,
      @QueryParam("level") Integer level,
      @QueryParam("region") String region,
      @QueryParam("department") String department,
      @QueryParam("kind") Kind kind,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) String limit,
      @QueryParam("cursor") String cursor) {
    Publication.required(year);
    PalmaresList list =
        new PalmaresList(year, level, new AuthorityFilter(department, region, kind));
    Limit part = Limit.of(limit, cursor);
    return Page.of(list.rows(part), part, list.count(), o -> o.dossier.code(), Entry::from);
  }
}
