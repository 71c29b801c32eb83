package org.arobase.jury.chair;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.arobase.access.AccessScope;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.identity.Caller;
import org.arobase.jury.Juror;
import org.arobase.jury.Juror.Office;
import org.arobase.jury.JuryProblem;
import org.arobase.jury.JuryRule;
import org.arobase.jury.Recusal;
import org.arobase.jury.Recusals;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Appoints chairs. */
@ApplicationScoped
@RetryOnLostRace
class DossierChairService {
  private final AccessScope scope;
  private final Caller caller;
  private final WriteDoor door;
  private final Clock clock;

  DossierChairService(AccessScope scope, Caller caller, WriteDoor door, Clock clock) {
    this.scope = scope;
    this.caller = caller;
    this.door = door;
    this.clock = clock;
  }

  /**
   * Appoints the chair of a dossier, or another one.
   *
   * @param ifMatch ETag of the present appointment; null for the first one
   * @throws Refusal 409 while a president or vice-president is not recused from the dossier; 422
   *     for a member who cannot lead on it; 428 without the ETag of an existing appointment, 412
   *     with another one
   */
  @Transactional
  DossierChair appoint(
      int year, String code, DossierChairApi.New wanted, @Nullable String ifMatch) {
    Edition.held(year, scope);
    Dossier dossier = Dossier.locked(year, code);
    scope.require(code);
    Optional<DossierChair> present = DossierChair.of(dossier);
    IfMatch.requireUnlessFirst(ifMatch, present.map(chair -> chair.version));
    requireNeed(year, code);
    Juror juror = chosen(year, code, wanted.juror());
    if (present.isPresent()) {
      return door.change(present.get(), Action.CHANGED, c -> appoint(c, juror, wanted.reason()));
    }
    DossierChair first = new DossierChair();
    first.dossier = dossier;
    appoint(first, juror, wanted.reason());
    return door.create(first);
  }

  private void appoint(DossierChair chair, Juror juror, String reason) {
    chair.juror = juror;
    chair.reason = reason;
    chair.appointedBy = caller.name();
    chair.appointedAt = clock.instant();
  }

  /** The president and all vice-presidents must be recused from the dossier. */
  private static void requireNeed(int year, String code) {
    Recusals recusals = Recusals.of(year);
    List<Juror> leaders =
        Juror.all(year).stream().filter(j -> j.isIn() && j.office != Office.MEMBER).toList();
    boolean isNeeded =
        leaders.stream().anyMatch(j -> j.office == Office.PRESIDENT)
            && leaders.stream().allMatch(j -> recusals.isRecused(j.handle, code));
    if (!isNeeded) {
      throw new Refusal(JuryProblem.CHAIR_NOT_NEEDED, code);
    }
  }

  private static Juror chosen(int year, String code, String handle) {
    Juror juror =
        Juror.ofHandle(year, handle)
            .orElseThrow(() -> Refusal.at("/juror", JuryRule.UNKNOWN_JUROR, handle));
    if (!juror.isIn()) {
      throw Refusal.at("/juror", Objects.requireNonNull(juror.whyOut()), handle);
    }
    if (Recusal.isInForce(juror, code)) {
      throw Refusal.at("/juror", JuryRule.JUROR_RECUSED, handle, code);
    }
    return juror;
  }
}
