package org.arobase.dossier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.arobase.access.AccessScope;
import org.arobase.authority.AuthorityFilter;
import org.arobase.authority.LocalAuthority.Kind;
import org.arobase.dossier.Dossier.Search;
import org.arobase.edition.Edition;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The dossiers of an edition. */
@Path("/editions/{year}/dossiers")
@Tag(name = "Dossiers", description = "What authorities submit.")
public class DossierResource {
  private final DossierService dossiers;
  private final AccessScope scope;

  DossierResource(DossierService dossiers, AccessScope scope) {
    this.dossiers = dossiers;
    this.scope = scope;
  }

  /** The dossiers that the caller may read, by code. */
  @GET
  @Operation(
      operationId = "listDossiers",
      summary = "List the dossiers of an edition",
      description = "A juror sees the dossiers assigned to them, an applicant their own.")
  @Refuses("edition-not-found")
  public Page<DossierApi.Summary> list(
      @PathParam("year") int year,
      @QueryParam("department") String department,
      @QueryParam("region") String region,
      @QueryParam("kind") Kind kind,
      @BeanParam @Valid PageRequest page) {
    Edition.required(year);
    Search search = new Search(year, new AuthorityFilter(department, region, kind), scope.limits());
    List<Dossier> rows = search.rows(page);
    Map<Long, Integer> counts = Initiative.counts(rows.stream().map(d -> d.id).toList());
    return Page.of(
        rows, page, search.count(), Dossier::code, d -> DossierApi.Summary.from(d, counts));
  }

  /** Makes an authority's dossier. */
  @POST
  @Idempotent
  @ResponseStatus(201)
  @Operation(operationId = "createDossier", summary = "Make an authority's dossier")
  @Refuses({"edition-not-found", "not-your-dossier", "recused", "wrong-phase", "dossier-exists"})
  public DossierApi.View create(
      @PathParam("year") int year, @NotNull @Valid DossierApi.New dossier) {
    return DossierApi.View.from(dossiers.create(year, dossier));
  }

  /** An authority's dossier. */
  @GET
  @Path("/{code}")
  @Operation(operationId = "getDossier", summary = "Get a dossier with the authority's history")
  @Refuses({"not-your-dossier", "dossier-not-found"})
  public DossierApi.View get(@PathParam("year") int year, @PathParam("code") String code) {
    return DossierApi.View.from(Dossier.required(year, code));
  }
}
