package org.arobase.palmares;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.arobase.authority.AuthorityFilter;
import org.arobase.authority.LocalAuthority.Kind;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.deliberation.outcome.Outcome;
import org.arobase.palmares.PalmaresApi.Entry;
import org.arobase.palmares.PalmaresApi.Published;
import org.arobase.platform.http.PublicAnswer;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refuses;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.BookWriter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The palmarès, open to everyone. */
@Path("/palmares")
@Tag(name = "Palmarès", description = "The published list.")
public class PalmaresResource {

  /** The published editions. */
  @GET
  @PublicAnswer
  @Operation(
      operationId = "listPalmares",
      summary = "List the published editions, the newest first")
  public List<Published> list() {
    return PublishedEditions.all();
  }

  /** The palmarès of an edition. */
  @GET
  @Path("/{year}")
  @Produces(MediaType.APPLICATION_JSON)
  @PublicAnswer
  @Operation(
      operationId = "getPalmares",
      summary = "The palmarès of an edition, by code",
      description = "404 until it is published.")
  @Refuses("palmares-not-found")
  public Page<Entry> get(
      @PathParam("year") int year,
      @QueryParam("level") Integer level,
      @QueryParam("region") String region,
      @QueryParam("department") String department,
      @QueryParam("kind") Kind kind,
      @QueryParam("stratum") String stratum,
      @BeanParam @Valid PageRequest page) {
    Publication.required(year);
    PalmaresList list =
        new PalmaresList(year, level, stratum, new AuthorityFilter(department, region, kind));
    Map<Long, List<Distinction>> given = PalmaresList.distinctions(year);
    return Page.of(
        list.rows(page), page, list.count(), o -> o.dossier.code(), o -> entry(o, given));
  }

  private static Entry entry(Outcome outcome, Map<Long, List<Distinction>> given) {
    return Entry.from(outcome, given.getOrDefault(outcome.dossier.id, List.of()));
  }

  /** The palmarès as CSV, at an address that needs no Accept header. */
  @GET
  @Path("/{year}/labels.csv")
  @Produces(BookWriter.CSV)
  @PublicAnswer
  @Operation(
      operationId = "getPalmaresCsv",
      summary = "The whole palmarès of an edition as CSV, for open-data portals and links")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(mediaType = BookWriter.CSV, schema = @Schema(type = SchemaType.STRING)))
  @Refuses("palmares-not-found")
  public Book csv(@PathParam("year") int year) {
    return table(year, null, null, null, null, null);
  }

  /** The palmarès as XLSX, at an address that needs no Accept header. */
  @GET
  @Path("/{year}/labels.xlsx")
  @Produces(BookWriter.XLSX)
  @PublicAnswer
  @Operation(
      operationId = "getPalmaresXlsx",
      summary = "The whole palmarès of an edition as XLSX, for open-data portals and links")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = BookWriter.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @Refuses("palmares-not-found")
  public Book xlsx(@PathParam("year") int year) {
    return table(year, null, null, null, null, null);
  }

  /** The filtered palmarès as a table, without pages. */
  @GET
  @Path("/{year}")
  @Produces({BookWriter.CSV, BookWriter.XLSX})
  @PublicAnswer
  @Operation(operationId = "getPalmares", hidden = true)
  public Book table(
      @PathParam("year") int year,
      @QueryParam("level") Integer level,
      @QueryParam("region") String region,
      @QueryParam("department") String department,
      @QueryParam("kind") Kind kind,
      @QueryParam("stratum") String stratum) {
    Publication.required(year);
    PalmaresList list =
        new PalmaresList(year, level, stratum, new AuthorityFilter(department, region, kind));
    Map<Long, List<Distinction>> given = PalmaresList.distinctions(year);
    return PalmaresTable.of(year, list.rows().stream().map(o -> entry(o, given)).toList());
  }
}
