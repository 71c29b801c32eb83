package org.arobase.deliberation.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.arobase.deliberation.decision.DecisionApi;
import org.arobase.deliberation.decision.DecisionService;
import org.arobase.deliberation.distinction.DistinctionApi.Given;
import org.arobase.deliberation.distinction.DistinctionService;
import org.arobase.deliberation.session.Motion.Kind;
import org.arobase.deliberation.session.SessionApi.Tally;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;

/** Carries out the motions that a session has adopted. */
@ApplicationScoped
class AdoptedMotion {
  private final DecisionService decisions;
  private final DistinctionService distinctions;

  AdoptedMotion(DecisionService decisions, DistinctionService distinctions) {
    this.decisions = decisions;
    this.distinctions = distinctions;
  }

  /** Decides the level or gives the distinction. The reason is in French, like the minutes. */
  void carryOut(int year, Motion motion, Tally tally) {
    String reason =
        String.format(
            Locale.ROOT,
            "Vote n° %d.%d : %d pour, %d contre, %d abstention(s)%s. %s",
            motion.session.number,
            motion.number,
            tally.inFavour(),
            tally.against(),
            tally.abstained(),
            motion.castingVote == null ? "" : ", voix prépondérante",
            motion.text);
    if (motion.kind == Kind.LEVEL) {
      Dossier dossier = Dossier.locked(year, motion.code());
      decisions.take(year, dossier, new DecisionApi.New(motion.level, reason));
    }
    if (motion.kind == Kind.DISTINCTION) {
      Dossier dossier = Dossier.locked(year, motion.code());
      Given given = new Given(motion.distinction, motion.distinctionTitle, null, reason);
      distinctions.add(Edition.required(year), dossier, given);
    }
  }
}
