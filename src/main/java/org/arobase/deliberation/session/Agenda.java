package org.arobase.deliberation.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.arobase.access.AccessScope;
import org.arobase.authority.LabelRecord;
import org.arobase.deliberation.decision.Decision;
import org.arobase.deliberation.session.SessionApi.AgendaItem;
import org.arobase.deliberation.session.SessionApi.Ground;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.DeliberationPolicy;
import org.arobase.rating.DossierRating;
import org.arobase.rating.RatingService;
import org.arobase.scoring.Flag;
import org.arobase.scoring.LevelResult;
import org.arobase.scoring.LevelResult.GateResult;
import org.arobase.scoring.Rating;
import org.jspecify.annotations.Nullable;

/** The agenda of a session: the dossiers to discuss, each with all its grounds. */
@ApplicationScoped
class Agenda {
  private final RatingService ratings;
  private final AccessScope scope;

  Agenda(RatingService ratings, AccessScope scope) {
    this.ratings = ratings;
    this.scope = scope;
  }

  /** The dossiers that the caller may see, by code; decided dossiers stay on the agenda. */
  @Transactional
  List<AgendaItem> of(int year) {
    List<DossierRating> seen =
        ratings.all(year, scope::sees).stream()
            .filter(r -> scope.sees(r.dossier().code()))
            .toList();
    Map<String, LabelRecord> last =
        LabelRecord.last(year, seen.stream().map(r -> r.dossier().code()).toList());
    Map<Long, Decision> decisions = Decision.all(year);
    DeliberationPolicy policy = Edition.required(year).policy().deliberationRules();
    return seen.stream()
        .map(r -> item(r, last.get(r.dossier().code()), decisions.get(r.dossier().id), policy))
        .filter(item -> !item.grounds().isEmpty())
        .toList();
  }

  private static AgendaItem item(
      DossierRating rating,
      @Nullable LabelRecord last,
      @Nullable Decision decision,
      DeliberationPolicy policy) {
    return new AgendaItem(
        rating.dossier().code(),
        rating.dossier().authority.name,
        grounds(rating, last, policy),
        rating.level(),
        last == null ? null : last.level,
        last == null ? null : last.year,
        decision == null ? null : decision.awardedLevel);
  }

  private static List<Ground> grounds(
      DossierRating dossier, @Nullable LabelRecord last, DeliberationPolicy policy) {
    Rating rating = dossier.rating();
    LevelResult level = rating.level();
    List<Ground> grounds = new ArrayList<>();
    add(grounds, Ground.BORDERLINE, rating.flags().contains(Flag.BORDERLINE));
    add(grounds, Ground.DOUBTFUL, policy.isDoubtful(dossier.probability()));
    add(grounds, Ground.DIVERGENT, rating.flags().contains(Flag.DIVERGENT));
    add(grounds, Ground.NO_LEVEL, level == null);
    add(grounds, Ground.GATE_MISSED, level != null && isMissedByLittle(level, policy));
    add(
        grounds,
        Ground.LEVEL_CHANGED,
        level != null && last != null && last.level != level.level());
    return grounds;
  }

  private static void add(List<Ground> grounds, Ground ground, boolean applies) {
    if (applies) {
      grounds.add(ground);
    }
  }

  /** Only the next level can be missed by little: all gates that keep it away must be missed so. */
  private static boolean isMissedByLittle(LevelResult level, DeliberationPolicy policy) {
    List<GateResult> missed =
        level.gates().stream()
            .filter(g -> !g.passed() && g.gate().level() <= level.level() + 1)
            .toList();
    return level.level() < level.byScore()
        && !missed.isEmpty()
        && missed.stream().allMatch(gate -> isLittle(gate, policy));
  }

  /** By one covered issue, or by at most the policy's {@code gateGap} of a score. */
  private static boolean isLittle(GateResult gate, DeliberationPolicy policy) {
    Integer issues = gate.gate().coveredIssues();
    if (issues != null) {
      return gate.found() != null && issues - gate.found().intValue() == 1;
    }
    return gate.found() != null && policy.isLittle(gate.gate().minimum().subtract(gate.found()));
  }
}
