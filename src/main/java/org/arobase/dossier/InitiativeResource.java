package org.arobase.dossier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Locale;
import java.util.Map;
import org.arobase.dossier.DossierApi.Content;
import org.arobase.dossier.DossierApi.InitiativeView;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The initiatives of a dossier. */
@Path("/editions/{year}/dossiers/{code}/initiatives")
@Tag(name = "Dossiers", description = "What authorities submit.")
public class InitiativeResource {
  private final DossierService dossiers;

  InitiativeResource(DossierService dossiers) {
    this.dossiers = dossiers;
  }

  /** All initiatives of a dossier. */
  @GET
  @Operation(operationId = "listInitiatives", summary = "List the initiatives of a dossier")
  @Refuses({"not-your-dossier", "dossier-not-found"})
  public Page<InitiativeView> list(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @BeanParam @Valid PageRequest page) {
    Dossier dossier = Dossier.required(year, code);
    Map<String, String> issues = issues(dossier);
    return Page.cut(
        Initiative.of(dossier),
        page,
        i -> String.format(Locale.ROOT, "%09d", i.number),
        i -> InitiativeView.from(i, dossier, issues));
  }

  /** Adds an initiative to a dossier. */
  @POST
  @Idempotent
  @ResponseStatus(201)
  @Operation(operationId = "addInitiative", summary = "Add an initiative to a dossier")
  @Refuses({"edition-not-found", "not-your-dossier", "dossier-not-found", "wrong-phase"})
  public InitiativeView add(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @NotNull @Valid Content initiative) {
    return view(dossiers.add(year, code, initiative));
  }

  /** The initiative with this number. */
  @GET
  @Path("/{number}")
  @Operation(operationId = "getInitiative", summary = "Get an initiative")
  @Refuses({"not-your-dossier", "dossier-not-found", "initiative-not-found"})
  public InitiativeView get(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("number") int number) {
    return view(Initiative.required(Dossier.required(year, code), number));
  }

  /** Replaces the content of an initiative. */
  @PUT
  @Path("/{number}")
  @Operation(operationId = "replaceInitiative", summary = "Replace the content of an initiative")
  @Refuses({
    "edition-not-found",
    "not-your-dossier",
    "dossier-not-found",
    "initiative-not-found",
    "wrong-phase"
  })
  public InitiativeView replace(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("number") int number,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid Content initiative) {
    return view(dossiers.replace(year, code, number, initiative, ifMatch));
  }

  /** Removes an initiative; its number is not given again. */
  @DELETE
  @Path("/{number}")
  @Operation(operationId = "removeInitiative", summary = "Remove an initiative from a dossier")
  @Refuses({
    "edition-not-found",
    "not-your-dossier",
    "dossier-not-found",
    "initiative-not-found",
    "wrong-phase"
  })
  public void remove(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("number") int number,
      @HeaderParam("If-Match") String ifMatch) {
    dossiers.remove(year, code, number, ifMatch);
  }

  private static InitiativeView view(Initiative initiative) {
    return InitiativeView.from(initiative, initiative.dossier, issues(initiative.dossier));
  }

  private static Map<String, String> issues(Dossier dossier) {
    return dossier.edition.framework.document().issueOfService();
  }
}
