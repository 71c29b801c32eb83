package org.arobase.jury.planning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.jobs.JobApi;
import org.arobase.platform.problem.Problem;
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

  /** Begins it. */
  @POST
  @Idempotent
  @ResponseStatus(202)
  @Operation(
      operationId = "planAssignments",
      summary = "Plan who scores which dossier, as a job",
      description =
          "Nothing is changed: look at the plan, then adopt it with `PUT …/assignments`. Assignments"
              + " that are pinned or begun stay, others move as little as can be. The job’s `result`"
              + " has `seed`, `adoptable` (no HARD rule is broken), `dossiers`, `jurorsPerDossier`,"
              + " `kept` and `moved` (of the assignments before), `components` (1: all jurors can be"
              + " compared), `contrastRatio` (1 is ideal, 1.25 still good; absent from 800 jurors on"
              + " and where there are several components), `loadSpread` (in dossiers of mean size)"
              + " and `numberSpread` (in dossiers), `precision` (`standardError`,"
              + " `largestStandardError`, `rightLevel`: the share of dossiers that will get their"
              + " true level, and the `assumption` it is reckoned from), `rules` (`rule`,"
              + " `hardness`, `places` and the `worst` of them), `jurors` (`juror`, `dossiers`,"
              + " `initiatives`, `share`) and `assignments`, as `PUT …/assignments` takes them. The"
              + " rules: HARD RECUSED, TWICE, CAPACITY (by: initiatives too many), CONNECTED; MEDIUM"
              + " FAIR_LOAD (initiatives), FAIR_NUMBER (dossiers), COMPARABLE (how often two jurors"
              + " read the same), CONTRAST (hundredths above 1.25); SOFT MOVED, COMPETENCE (percent"
              + " of the dossier unknown to the juror), READ_BEFORE (last year), NEIGHBOUR and"
              + " SAME_ORIGIN (1 région, 2 département, 3 authority), OTHER_PANEL.")
  @Refuses({
    Problem.EDITION_NOT_FOUND,
    Problem.DOSSIER_NOT_FOUND,
    Problem.WRONG_PHASE,
    Problem.NOTHING_TO_PLAN
  })
  public JobApi.View begin(@PathParam("year") int year, @NotNull @Valid PlanApi.Order order) {
    return planning.begin(year, order);
  }
}
