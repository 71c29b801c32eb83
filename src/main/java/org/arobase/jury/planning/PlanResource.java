package org.arobase.jury.planning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.jobs.JobApi;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Plans who scores which dossier. */
@Path("/editions/{year}/assignments/plan")
@Tag(name = "Jury", description = "Who judges what.")
public class PlanResource {
  private final PlanningWork planning;

  PlanResource(PlanningWork planning) {
    this.planning = planning;
  }

  /** Begins a job that plans. */
  @POST
  @Idempotent
  @ResponseStatus(202)
  @Operation(
      operationId = "planAssignments",
      summary = "Plan who scores which dossier, as a job",
      description =
          "The plan changes nothing: look at it, then adopt it with `PUT …/assignments`. Pinned and"
              + " begun assignments stay, others move as little as possible. The job’s `result` has"
              + " `seed`, `adoptable` (no HARD rule is violated), `dossiers`, `jurorsPerDossier`,"
              + " `kept` and `moved` (numbers of present assignments), `components` (1: all jurors"
              + " can be compared), `contrastRatio` (1 is ideal, up to 1.25 is good; absent from"
              + " 800 jurors on and with several components), `loadSpread` (in dossiers of mean"
              + " size), `numberSpread` (in dossiers), `precision` (`standardError`,"
              + " `largestStandardError`, `rightLevel`: the expected share of dossiers that get"
              + " their true level, and the `assumption` that these are computed from), `rules`"
              + " (those that are violated, with `rule`, `hardness`, `places` and the `worst`"
              + " places), `jurors` (`juror`, `dossiers`, `initiatives`, `share`) and"
              + " `assignments`, as `PUT …/assignments` takes them. HARD rules: RECUSED, TWICE,"
              + " CAPACITY (by: initiatives too many), CONNECTED. MEDIUM rules: FAIR_LOAD"
              + " (initiatives), FAIR_NUMBER (dossiers), COMPARABLE (how many times too often two"
              + " jurors read the same dossier), CONTRAST (hundredths above 1.25). SOFT rules:"
              + " MOVED, COMPETENCE (percent of the dossier unknown to the juror), READ_BEFORE"
              + " (last year), NEIGHBOUR and SAME_ORIGIN (1 région, 2 département, 3 authority),"
              + " OTHER_PANEL.")
  @Refuses({"edition-not-found", "dossier-not-found", "wrong-phase", "nothing-to-plan"})
  public JobApi.View begin(@PathParam("year") int year, @NotNull @Valid PlanApi.Order order) {
    return planning.begin(year, order);
  }
}
