package org.arobase.framework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.arobase.platform.contract.Refuses;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Problem;
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

  /** Every framework. */
  @GET
  @Operation(operationId = "listFrameworks", summary = "List the frameworks")
  public List<FrameworkApi.Summary> list() {
    return Framework.all().stream().map(FrameworkApi.Summary::from).toList();
  }

  /** Stores a framework. */
  @POST
  @Idempotent
  @ResponseStatus(201)
  @Operation(operationId = "createFramework", summary = "Store a new framework")
  @Refuses(Problem.FRAMEWORK_EXISTS)
  public FrameworkApi.View create(@NotNull @Valid FrameworkDocument document) {
    return FrameworkApi.View.from(frameworks.register(document));
  }

  /** One framework. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getFramework", summary = "Get a framework with its criteria")
  @Refuses(Problem.FRAMEWORK_NOT_FOUND)
  public FrameworkApi.View get(@PathParam("id") String id) {
    return FrameworkApi.View.from(Framework.required(id));
  }

  /** The issues of a framework. */
  @GET
  @Path("/{id}/issues")
  @Operation(operationId = "listFrameworkIssues", summary = "List the issues of a framework")
  @Refuses(Problem.FRAMEWORK_NOT_FOUND)
  public List<FrameworkApi.Issue> issues(@PathParam("id") String id) {
    return Framework.required(id).document().categories().stream()
        .flatMap(c -> c.issues().stream().map(issue -> FrameworkApi.Issue.from(c, issue)))
        .toList();
  }
}
