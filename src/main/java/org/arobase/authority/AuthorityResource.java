package org.arobase.authority;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.arobase.authority.AuthorityApi.Label;
import org.arobase.authority.LocalAuthority.Kind;
import org.arobase.authority.LocalAuthority.Search;
import org.arobase.platform.http.PublicAnswer;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The local authorities of France. */
@Path("/authorities")
@Tag(name = "Authorities", description = "Reference data. © INSEE/Etalab, Licence Ouverte.")
public class AuthorityResource {

  /** Searches authorities by the beginning of their name, ignoring accents and case, or by code. */
  @GET
  @Operation(
      operationId = "listAuthorities",
      summary = "Search local authorities",
      description =
          "By the beginning of the name, ignoring accents and case, or by the whole code.")
  public Page<AuthorityApi.View> list(
      @QueryParam("q") String q,
      @QueryParam("department") String department,
      @QueryParam("region") String region,
      @QueryParam("kind") Kind kind,
      @BeanParam @Valid PageRequest page) {
    Search search = new Search(q, new AuthorityFilter(department, region, kind));
    return Page.of(search.rows(page), page, search.count(), a -> a.code, AuthorityApi.View::from);
  }

  /** The authority with this code. */
  @GET
  @Path("/{code}")
  @Operation(operationId = "getAuthority", summary = "Get a local authority")
  @Refuses("authority-not-found")
  public AuthorityApi.View get(@PathParam("code") String code) {
    return AuthorityApi.View.from(LocalAuthority.required(code));
  }

  /** The labels of an authority, the newest first. */
  @GET
  @Path("/{code}/labels")
  @PublicAnswer(madeOf = {"labels", "past-results"})
  @Operation(
      operationId = "listAuthorityLabels",
      summary = "List the labels that an authority got, the newest first")
  @Refuses("authority-not-found")
  public List<Label> labels(@PathParam("code") String code) {
    LocalAuthority.required(code);
    return LabelRecord.of(code).stream().map(Label::from).toList();
  }
}
