package org.arobase.deliberation.seal;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.arobase.access.AccessScope;
import org.arobase.deliberation.seal.SealApi.ContentView;
import org.arobase.deliberation.seal.SealApi.Verification;
import org.arobase.deliberation.seal.SealApi.View;
import org.arobase.edition.Edition;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sealed results and their verification. */
@Path("/editions/{year}/seals")
@Tag(name = "Deliberation", description = "What the president decides.")
public class SealResource {
  private final SealCheck check;
  private final AccessScope scope;

  SealResource(SealCheck check, AccessScope scope) {
    this.check = check;
    this.scope = scope;
  }

  /** The sealed versions of an edition's results. */
  @GET
  @Operation(
      operationId = "listSeals",
      summary = "List the sealed versions of an edition's results")
  @Refuses({"edition-not-found", "wrong-phase"})
  public List<View> list(@PathParam("year") int year) {
    Edition.required(year);
    return Seal.all(year).stream().map(View::of).toList();
  }

  /** One sealed version. */
  @GET
  @Path("/{version}")
  @Transactional
  @Operation(
      operationId = "getSeal",
      summary = "Get a sealed version: levels, scores, decisions, distinctions, sessions",
      description =
          "Callers who are recused from a dossier get neither that dossier nor the scores and"
              + " probabilities of the others, which were computed together with it.")
  @Refuses({"edition-not-found", "seal-not-found", "wrong-phase"})
  public ContentView get(@PathParam("year") int year, @PathParam("version") int version) {
    Edition.required(year);
    Seal seal = Seal.required(year, version);
    SealedResults all = seal.results();
    SealedResults known = all.seenBy(scope::sees);
    return new ContentView(View.of(seal), known, known.equals(all) ? seal.content : null);
  }

  /** Compares a seal with the database. */
  @GET
  @Path("/{version}/verification")
  @Operation(
      operationId = "verifySeal",
      summary = "Recompute the results from the database, and list what differs from the seal",
      description =
          "Recomputed from the present marks, framework, policy, decisions, distinctions and"
              + " sessions; the bytes must be identical. For the newest version, the outcomes shown"
              + " in lists are compared too.")
  @Refuses({"edition-not-found", "seal-not-found", "wrong-phase"})
  public Verification verify(@PathParam("year") int year, @PathParam("version") int version) {
    return check.verify(year, version);
  }
}
