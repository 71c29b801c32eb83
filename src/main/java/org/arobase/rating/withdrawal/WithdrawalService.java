package org.arobase.rating.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.arobase.access.AccessScope;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.jury.Juror;
import org.arobase.jury.member.JurorApi.JurorView;
import org.arobase.jury.member.JurorService;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.database.Transactions;
import org.arobase.rating.DossierRating;
import org.arobase.rating.RatingService;
import org.arobase.rating.withdrawal.WithdrawalApi.Effect;
import org.arobase.rating.withdrawal.WithdrawalApi.Result;

/** Withdraws jurors, and computes the effects on the ratings. */
@ApplicationScoped
@RetryOnLostRace
class WithdrawalService {
  private final JurorService jurors;
  private final RatingService ratings;
  private final AccessScope scope;
  private final Caller caller;

  WithdrawalService(JurorService jurors, RatingService ratings, AccessScope scope, Caller caller) {
    this.jurors = jurors;
    this.ratings = ratings;
    this.scope = scope;
    this.caller = caller;
  }

  /** The effects of a withdrawal, which is done, measured and rolled back. */
  Result tryOut(int year, String handle, String reason) {
    return Transactions.triedOut(() -> withdrawn(year, handle, reason, null, true));
  }

  /** Withdraws a juror. */
  @Transactional
  public Result withdraw(int year, String handle, String reason, String ifMatch) {
    return withdrawn(year, handle, reason, ifMatch, false);
  }

  private Result withdrawn(int year, String handle, String reason, String ifMatch, boolean dryRun) {
    Edition.held(year, scope);
    Juror juror = Juror.locked(year, handle);
    Map<String, DossierRating> before = byCode(year);
    String seen = dryRun ? "\"" + juror.version + "\"" : ifMatch;
    JurorView untouched = JurorView.from(juror);
    List<String> codes = jurors.withdraw(year, handle, reason, seen);
    Map<String, DossierRating> after = byCode(year);
    RatingPolicy policy = Edition.required(year).policy();
    List<Effect> effects =
        affected(codes, before, after).stream()
            .filter(scope::sees)
            .map(code -> effect(before.get(code), after.get(code), policy))
            .toList();
    return new Result(dryRun, dryRun ? untouched : JurorView.from(juror), effects);
  }

  /**
   * The codes of the juror's own dossiers and, for the president, of other dossiers whose level
   * changes with the severities.
   */
  private SortedSet<String> affected(
      List<String> own, Map<String, DossierRating> before, Map<String, DossierRating> after) {
    SortedSet<String> codes = new TreeSet<>(own);
    if (caller.is(Roles.PRESIDENT)) {
      after.forEach(
          (code, rating) -> {
            if (!Objects.equals(rating.level(), before.get(code).level())) {
              codes.add(code);
            }
          });
    }
    return codes;
  }

  private Map<String, DossierRating> byCode(int year) {
    return ratings.known(year, scope.limits()).stream()
        .collect(Collectors.toMap(r -> r.dossier().code(), Function.identity()));
  }

  private Effect effect(DossierRating before, DossierRating after, RatingPolicy policy) {
    // the secretariat runs the edition and sees no mark before it is finalised
    boolean marks = caller.is(Roles.PRESIDENT);
    return new Effect(
        after.dossier().code(),
        after.dossier().authority.name,
        after.rating().panel().scores().size(),
        after.scored().input().counts().quorum(policy),
        marks ? before.score() : null,
        marks ? after.score() : null,
        marks ? before.level() : null,
        marks ? after.level() : null);
  }
}
