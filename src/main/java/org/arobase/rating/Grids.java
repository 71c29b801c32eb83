package org.arobase.rating;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.edition.policy.RatingPolicy.Stratum;
import org.arobase.framework.FrameworkDocument;
import org.arobase.scoring.Grid;
import org.arobase.scoring.bulk.Rubric;

/** Builds the grids of an edition's dossiers, with the weights and expectations of its policy. */
public final class Grids {
  private final RatingPolicy policy;
  private final List<Grid.Criterion> criteria;
  private final Map<String, List<Grid.Issue>> issuesOfStratum = new HashMap<>();

  public Grids(Edition edition) {
    policy = edition.policy();
    FrameworkDocument framework = edition.framework.document();
    criteria =
        framework.criteria().stream()
            .map(
                c ->
                    new Grid.Criterion(
                        c.code(), policy.criterionWeights().get(c.code()), c.scale()))
            .toList();
    for (Stratum stratum : policy.strata()) {
      issuesOfStratum.put(
          stratum.code(), framework.issues().stream().map(i -> issue(i.code(), stratum)).toList());
    }
  }

  private Grid.Issue issue(String code, Stratum stratum) {
    return new Grid.Issue(
        code,
        policy.issueWeight(code),
        !stratum.notApplicable().contains(code),
        stratum.expected());
  }

  /** Framework and policy as numbers, with the strata in the policy's order. */
  public Rubric rubric() {
    return new Rubric(
        criteria,
        policy.strata().stream().map(s -> issuesOfStratum.get(s.code())).toList(),
        policy.forEngine());
  }

  public List<Grid.Criterion> criteria() {
    return criteria;
  }

  Grid of(Dossier dossier, List<Grid.Initiative> initiatives) {
    String stratum = policy.stratum(dossier.population).code();
    return new Grid(issuesOfStratum.get(stratum), initiatives, criteria);
  }
}
