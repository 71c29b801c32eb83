package org.arobase.rating.recomputation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.arobase.access.AccessProblem;
import org.arobase.access.AccessScope;
import org.arobase.access.CallerMembership;
import org.arobase.access.Phase;
import org.arobase.edition.Edition;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.jobs.JobApi;
import org.arobase.platform.jobs.JobProgress;
import org.arobase.platform.jobs.Jobs;
import org.arobase.platform.jobs.Work;
import org.arobase.platform.problem.Refusal;
import org.arobase.rating.MarksHash;
import org.arobase.rating.recomputation.FinalResults.Final;
import org.arobase.rating.recomputation.RecomputationApi.Parameters;
import org.arobase.rating.recomputation.RecomputationApi.Result;
import org.arobase.scoring.Scoring;
import org.arobase.scoring.bulk.BulkRatings;
import org.arobase.scoring.bulk.Marks;

/**
 * Computes all ratings of an edition again from its marks, and compares them with the final
 * results, so that a doubtful palmarès can be verified.
 */
@ApplicationScoped
@RetryOnLostRace
class Recomputation implements Work {
  private static final Duration LIMIT = Duration.ofHours(1);
  private static final int MOST_SHOWN = 100;

  private final BulkInputs inputs;
  private final MarksHash hash;
  private final FinalResults finals;
  private final Jobs jobs;
  private final AccessScope scope;
  private final CallerMembership membership;
  private final Caller caller;

  Recomputation(
      BulkInputs inputs,
      MarksHash hash,
      FinalResults finals,
      Jobs jobs,
      AccessScope scope,
      CallerMembership membership,
      Caller caller) {
    this.inputs = inputs;
    this.hash = hash;
    this.finals = finals;
    this.jobs = jobs;
    this.scope = scope;
    this.membership = membership;
    this.caller = caller;
  }

  /** Starts the job, for the dossiers that the caller may know. */
  @Transactional
  JobApi.View begin(int year) {
    Edition.required(year);
    return jobs.begin(
        this, year, new Parameters(scope.limits().hidden().stream().sorted().toList()));
  }

  @Override
  public String kind() {
    return "RECOMPUTATION";
  }

  @Override
  public Object run(Order order, JobProgress progress) {
    Set<String> hidden = new HashSet<>(order.parameters(Parameters.class).hidden());
    return QuarkusTransaction.requiringNew()
        .timeout((int) LIMIT.toSeconds())
        .call(() -> result(Edition.required(order.edition()), hidden, progress));
  }

  private Result result(Edition edition, Set<String> hidden, JobProgress progress) {
    BulkInputs.Read read = inputs.of(edition, code -> !hidden.contains(code), progress::at);
    Marks marks = read.marks();
    progress.at(marks.dossiers(), marks.dossiers());
    BulkRatings.Result rated = BulkRatings.rate(marks);
    Recomputed recomputed = new Recomputed(edition, marks, rated, hash);
    Map<String, Integer> distribution = recomputed.distribution();
    Map<String, Final> official = official(edition, hidden);
    SortedSet<String> differing = new TreeSet<>(read.unreadable());
    if (isFinal(edition)) {
      differing.addAll(recomputed.differing(official, hidden.isEmpty()));
    }
    return new Result(
        marks.dossiers(),
        distribution.values().stream().mapToInt(Integer::intValue).sum(),
        marks.size(),
        rated.jurors().size(),
        edition.policy().severity(),
        rated.fit().status(),
        distribution,
        official.size(),
        differing.size(),
        differing.stream().limit(MOST_SHOWN).toList(),
        Scoring.ENGINE,
        edition.framework.contentHash,
        edition.policyHash,
        recomputed.marksHash());
  }

  private Map<String, Final> official(Edition edition, Set<String> hidden) {
    Map<String, Final> official = new HashMap<>(finals.of(edition.year));
    official.keySet().removeAll(hidden);
    return official;
  }

  private static boolean isFinal(Edition edition) {
    return edition.phase == Phase.FINALISED || edition.phase == Phase.PUBLISHED;
  }

  /**
   * Refuses a caller who no longer presides and is not of the secretariat, and a caller who was
   * recused from a dossier after the job began.
   *
   * @throws Refusal 403 in both cases
   */
  @Override
  public void requireReadable(Order order) {
    if (!caller.is(Roles.SECRETARIAT)
        && membership.isHeldByOthers(order.edition(), Roles.PRESIDENT)) {
      throw new Refusal(AccessProblem.NOT_YOUR_EDITION, String.valueOf(order.edition()));
    }
    scope.requireNoRecusalSince(order.edition(), order.parameters(Parameters.class).hidden());
  }
}
