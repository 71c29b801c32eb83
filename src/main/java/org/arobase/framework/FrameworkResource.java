package org.arobase.framework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.arobase.platform.http.Required;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Versions of the référentiel. */
@Path("/frameworks")
@Tag(name = "Frameworks", description = "The référentiel: issues, services, criteria.")
public class FrameworkResource {
  private final FrameworkService frameworks;

  FrameworkResource(FrameworkService frameworks) {
    this.frameworks = frameworks;
  }

  /** All frameworks, by id. */
  @GET
  @Operation(operationId = "listFrameworks", summary = "List the frameworks")
  public List<FrameworkApi.Summary> list() {
    return Framework.all().stream().map(FrameworkApi.Summary::from).toList();
  }

  /** Stores a new framework. */
  @POST
  @Idempotent
  @ResponseStatus(201)
  @Operation(operationId = "createFramework", summary = "Store a new framework")
  @Refuses("framework-exists")
  public FrameworkApi.View create(@NotNull @Valid FrameworkDocument document) {
    return FrameworkApi.View.from(frameworks.register(document));
  }

  /** The framework with this id. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getFramework", summary = "Get a framework with its criteria")
  @Refuses("framework-not-found")
  public FrameworkApi.View get(@PathParam("id") String id) {
    return FrameworkApi.View.from(Framework.required(id));
  }

  /** Replaces a framework that is a draft. */
  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "replaceFramework",
      summary = "Replace a framework that is not frozen",
      description =
          "It freezes when the first edition that uses it opens, or with `POST …/freezing`. Rating"
              + " policies of editions in DRAFT must still fit it.")
  @Refuses({"framework-not-found", "framework-frozen"})
  public FrameworkApi.View replace(
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid FrameworkDocument document) {
    return FrameworkApi.View.from(frameworks.replace(id, document, ifMatch));
  }

  /** Makes a draft as a copy of a framework. */
  @POST
  @Idempotent
  @ResponseStatus(201)
  @Path("/{id}/copies")
  @Operation(
      operationId = "copyFramework",
      summary = "Make a draft as a copy of this framework",
      description = "Use it to prepare the next year’s référentiel.")
  @Refuses({"framework-not-found", "framework-exists"})
  public FrameworkApi.View copy(
      @PathParam("id") String id, @NotNull @Valid FrameworkApi.Copy copy) {
    return FrameworkApi.View.from(frameworks.copy(id, copy));
  }

  /** Freezes a framework, so that it cannot change any more. */
  @POST
  @Idempotent
  @Path("/{id}/freezing")
  @Operation(
      operationId = "freezeFramework",
      summary = "Freeze a framework, so that it cannot change any more")
  @Refuses({"framework-not-found", "framework-frozen"})
  public FrameworkApi.View freeze(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
    return FrameworkApi.View.from(frameworks.freeze(id, ifMatch));
  }

  /** Compares two frameworks. */
  @GET
  @Path("/{id}/comparison")
  @Operation(
      operationId = "compareFrameworks",
      summary = "Compare this framework with another",
      description = "For the effect on dossiers see `GET /editions/{year}/framework-comparison`.")
  @Refuses({"framework-not-found", "invalid-parameter"})
  public Comparison compare(@PathParam("id") String id, @QueryParam("with") String with) {
    return Comparison.of(
        Framework.required(id).document(),
        Framework.required(Required.parameter("with", with)).document());
  }

  /** The issues of a framework. */
  @GET
  @Path("/{id}/issues")
  @Operation(operationId = "listFrameworkIssues", summary = "List the issues of a framework")
  @Refuses("framework-not-found")
  public List<FrameworkApi.Issue> issues(@PathParam("id") String id) {
    return Framework.required(id).document().categories().stream()
        .flatMap(c -> c.issues().stream().map(issue -> FrameworkApi.Issue.from(c, issue)))
        .toList();
  }
}
