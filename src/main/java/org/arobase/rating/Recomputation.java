package org.arobase.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.arobase.edition.Edition;
import org.arobase.edition.Permit;
import org.arobase.jury.Standing;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.jobs.JobApi;
import org.arobase.platform.jobs.Jobs;
import org.arobase.platform.jobs.Progress;
import org.arobase.platform.jobs.Work;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.rating.RecomputationApi.Parameters;
import org.arobase.rating.RecomputationApi.Result;
import org.arobase.scoring.Scoring;
import org.arobase.scoring.bulk.BulkRatings;
import org.arobase.scoring.bulk.Marks;

/**
 * Computes all ratings of an edition from its marks, however many there are, and compares them with
 * what was finalised: whoever doubts a palmarès can have it computed again.
 */
@ApplicationScoped
class Recomputation implements Work {
  private static final Duration LIMIT = Duration.ofHours(1);
  private static final int MOST_SHOWN = 100;

  private final BulkInputs inputs;
  private final FinalLevels finals;
  private final Jobs jobs;
  private final Permit permit;
  private final Standing standing;
  private final ObjectMapper json;

  Recomputation(
      BulkInputs inputs,
      FinalLevels finals,
      Jobs jobs,
      Permit permit,
      Standing standing,
      ObjectMapper json) {
    this.inputs = inputs;
    this.finals = finals;
    this.jobs = jobs;
    this.permit = permit;
    this.standing = standing;
    this.json = json;
  }

  /** Begins it, of the dossiers that the caller may know. */
  @Transactional
  JobApi.View begin(int year) {
    Edition.required(year);
    return jobs.begin(this, year, new Parameters(permit.hidden().stream().sorted().toList()));
  }

  @Override
  public String kind() {
    return "RECOMPUTATION";
  }

  @Override
  public Object run(Order order, Progress progress) {
    Set<String> hidden = new HashSet<>(parameters(order).hidden());
    return QuarkusTransaction.requiringNew()
        .timeout((int) LIMIT.toSeconds())
        .call(() -> result(Edition.required(order.edition()), hidden, progress));
  }

  private Result result(Edition edition, Set<String> hidden, Progress progress) {
    Marks marks = inputs.of(edition, code -> !hidden.contains(code), progress::at);
    progress.at(marks.dossiers(), marks.dossiers());
    BulkRatings.Result rated = BulkRatings.rate(marks);
    Map<String, Integer> distribution = new TreeMap<>();
    for (int level : rated.level()) {
      if (level >= 0) {
        distribution.merge(String.valueOf(level), 1, Integer::sum);
      }
    }
    // what a recused person is shown is fitted without the hidden dossiers, so compares with
    // nothing
    Map<String, Integer> official = hidden.isEmpty() ? finals.of(edition.year) : Map.of();
    return new Result(
        marks.dossiers(),
        distribution.values().stream().mapToInt(Integer::intValue).sum(),
        marks.size(),
        rated.jurors().size(),
        edition.policy().severity(),
        rated.fit().status(),
        distribution,
        official.size(),
        differing(marks, rated.level(), official),
        Scoring.ENGINE,
        edition.framework.contentHash,
        edition.policyHash,
        hash(marks));
  }

  private static String hash(Marks marks) {
    MessageDigest digest = Canonical.sha256();
    marks.described().forEach(said -> digest.update(said.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<String> differing(Marks marks, int[] level, Map<String, Integer> official) {
    List<String> differing = new ArrayList<>();
    List<String> names = marks.names();
    for (int d = 0; d < level.length && differing.size() < MOST_SHOWN; d++) {
      Integer then = official.get(names.get(d));
      if (!official.isEmpty() && (then == null ? -1 : then) != level[d]) {
        differing.add(names.get(d));
      }
    }
    return differing;
  }

  /** Whoever was recused since it was begun may not know what the hidden marks are part of. */
  @Override
  public void requireReadable(Order order) {
    List<String> then = parameters(order).hidden();
    standing.of(order.edition()).recused().stream()
        .filter(code -> !then.contains(code))
        .findFirst()
        .ifPresent(
            code -> {
              throw new Refusal(Problem.RECUSED, code);
            });
  }

  private Parameters parameters(Order order) {
    try {
      return json.readValue(order.parameters(), Parameters.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not what was written", e);
    }
  }
}
