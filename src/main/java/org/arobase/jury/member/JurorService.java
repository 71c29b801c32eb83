package org.arobase.jury.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.arobase.access.AccessScope;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.authority.AuthorityRule;
import org.arobase.authority.LocalAuthority;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.PolicyRule;
import org.arobase.jury.Juror;
import org.arobase.jury.Juror.Office;
import org.arobase.jury.JuryProblem;
import org.arobase.jury.JuryRule;
import org.arobase.jury.Recusal;
import org.arobase.jury.assignment.Assignment;
import org.arobase.jury.assignment.Assignment.End;
import org.arobase.jury.recusal.RecusalService;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Adds members to the jury, changes, removes and withdraws them. */
@ApplicationScoped
@RetryOnLostRace
public class JurorService {
  private final AccessScope scope;
  private final RecusalService recusals;
  private final WriteDoor door;
  private final Clock clock;

  JurorService(AccessScope scope, RecusalService recusals, WriteDoor door, Clock clock) {
    this.scope = scope;
    this.recusals = recusals;
    this.door = door;
    this.clock = clock;
  }

  /**
   * Adds a member to the jury.
   *
   * @throws Refusal 409 when the id or the user name is taken, the office is held, or in another
   *     phase; 422 for an unknown authority or issue
   */
  @Transactional
  public JurorApi.JurorView invite(int year, JurorApi.New wanted) {
    // an exclusive lock, so that two members cannot get the same office at once
    Edition edition = Edition.locked(year, scope);
    Juror juror = created(edition, wanted);
    recusals.entered(edition, edition.phase);
    return JurorApi.JurorView.from(juror);
  }

  /**
   * Adds one of many members. The edition must be locked, and the caller must look for ties after
   * the last one.
   *
   * @throws Refusal 409 or 422, as {@link #invite} does
   */
  public Juror created(Edition edition, JurorApi.New wanted) {
    Juror juror = new Juror(edition, wanted.id(), wanted.username(), wanted.name());
    apply(wanted.profile(), juror);
    try {
      return door.create(Action.CREATED, juror, juror.username);
    } catch (ConstraintViolationException e) {
      throw new Refusal(JuryProblem.JUROR_EXISTS, wanted.id(), wanted.username());
    }
  }

  /**
   * Changes a member; in EVALUATION, ties are found at once.
   *
   * @throws Refusal 404 without such a member, 409 for one who has left, a held office, or in
   *     another phase, 412 for another version, 422 for an unknown authority or issue
   */
  @Transactional
  public JurorApi.JurorView change(
      int year, String handle, JurorApi.Change change, String ifMatch) {
    Edition edition = Edition.locked(year, scope);
    Juror juror = Juror.locked(year, handle);
    IfMatch.require(ifMatch, juror.version);
    changed(juror, change);
    recusals.entered(edition, edition.phase);
    return JurorApi.JurorView.from(juror);
  }

  /**
   * Changes one of many members. The edition must be locked, and the caller must look for ties
   * after the last one.
   *
   * @throws Refusal 409 for a member who has left or a held office, 422 for an unknown authority or
   *     issue
   */
  public void changed(Juror juror, JurorApi.Change change) {
    door.change(juror, Action.CHANGED, j -> applyToPresent(change, j));
  }

  /**
   * Refuses to replace a known affiliation: ties are found by it, so only the secretariat may
   * change it.
   */
  private static void requireOwnAffiliation(Juror juror, @Nullable String said) {
    boolean other = said != null && juror.affiliation != null;
    if (other && !said.equals(juror.affiliation.code)) {
      throw Refusal.at("/affiliation", JuryRule.AFFILIATION_STAYS, juror.affiliation.code);
    }
  }

  private static void applyToPresent(JurorApi.Change change, Juror juror) {
    if (juror.withdrawnAt != null) {
      throw new Refusal(JuryProblem.JUROR_WITHDRAWN, juror.handle);
    }
    apply(change, juror);
  }

  /**
   * Stores a member's answer to the invitation, with their profile.
   *
   * @throws Refusal 404 without such a member, 409 for one who has left, holds an office and
   *     declines, or in another phase, 412 for another version, 422 for an unknown authority or
   *     issue, or to replace a known affiliation
   */
  @Transactional
  public JurorApi.JurorView answer(
      int year, String handle, JurorApi.Membership said, String ifMatch) {
    Edition edition = Edition.locked(year, scope);
    Juror juror =
        door.change(
            Juror.locked(year, handle),
            ifMatch,
            Action.CHANGED,
            j -> {
              requireOwnAffiliation(j, said.affiliation());
              requireCanDecline(j, said.answer());
              j.answer = said.answer() == null ? j.answer : said.answer();
              applyToPresent(said.profile(), j);
            });
    recusals.entered(edition, edition.phase);
    return JurorApi.JurorView.from(juror);
  }

  /** Nobody would hold the office of somebody who declines. */
  private static void requireCanDecline(Juror juror, Juror.@Nullable Answer said) {
    if (said == Juror.Answer.DECLINED && juror.office != Office.MEMBER) {
      throw new Refusal(JuryProblem.JUROR_HOLDS_OFFICE, juror.handle);
    }
  }

  /**
   * Removes a member who was added by mistake.
   *
   * @throws Refusal 404 without such a member, 409 for one who has had an assignment or a recusal,
   *     or in another phase, 412 for another version
   */
  @Transactional
  public void remove(int year, String handle, String ifMatch) {
    Edition.locked(year, scope);
    Juror juror = Juror.locked(year, handle);
    IfMatch.require(ifMatch, juror.version);
    if (Assignment.count("juror", juror) + Recusal.count("juror", juror) > 0) {
      throw new Refusal(JuryProblem.JUROR_ON_RECORD, handle);
    }
    try {
      door.remove(juror);
    } catch (ConstraintViolationException e) {
      // another table refers to the member, for example as the author of a statement
      throw new Refusal(JuryProblem.JUROR_ON_RECORD, handle);
    }
  }

  /**
   * Withdraws a member from the jury: their assignments end, and their score sheets no longer
   * count.
   *
   * @return the codes of the dossiers that the member was to score
   * @throws Refusal 404 without such a member, 409 for one who has left already or holds an office,
   *     or in another phase, 412 for another version
   */
  @Transactional
  public List<String> withdraw(int year, String handle, String reason, String ifMatch) {
    Edition.held(year, scope);
    Juror juror = Juror.locked(year, handle);
    IfMatch.require(ifMatch, juror.version);
    requireCanLeave(juror);
    door.change(
        juror,
        Action.WITHDRAWN,
        j -> {
          j.withdrawnAt = clock.instant();
          j.withdrawalReason = reason;
        },
        juror.username);
    List<Assignment> ended = Assignment.of(juror, null);
    ended.forEach(a -> door.change(a, Action.CHANGED, one -> one.ended = End.WITHDRAWN));
    return ended.stream().map(a -> a.dossier.code()).toList();
  }

  private static void requireCanLeave(Juror juror) {
    if (juror.office != Office.MEMBER) {
      throw new Refusal(JuryProblem.JUROR_HOLDS_OFFICE, juror.handle);
    }
    if (juror.withdrawnAt != null) {
      throw new Refusal(JuryProblem.JUROR_WITHDRAWN, juror.handle);
    }
  }

  private static void apply(JurorApi.Change change, Juror juror) {
    juror.name = Objects.requireNonNullElse(change.name(), juror.name);
    juror.email = kept(change.email(), juror.email);
    juror.language = kept(change.language(), juror.language);
    juror.panel = kept(change.panel(), juror.panel);
    if (change.office() != null && change.office() != juror.office) {
      requireFree(change.office(), juror);
      juror.office = change.office();
    }
    if (change.capacity() != null) {
      juror.capacity = change.capacity() == 0 ? null : change.capacity();
    }
    if (change.affiliation() != null) {
      juror.affiliation = change.affiliation().isEmpty() ? null : authority(change.affiliation());
    }
    if (change.competences() != null) {
      requireIssues(change.competences(), juror.edition);
      juror.setCompetences(change.competences());
    }
  }

  /** The value after a change: null keeps the value before, a blank text clears it. */
  private static @Nullable String kept(@Nullable String said, @Nullable String before) {
    return said == null ? before : said.isBlank() ? null : said;
  }

  /** Only somebody who is in the jury holds an office, and nobody else holds the same one. */
  private static void requireFree(Office office, Juror juror) {
    if (office == Office.MEMBER) {
      return;
    }
    if (!juror.isIn()) {
      throw Refusal.at("/office", juror.whyOut(), juror.handle);
    }
    long held =
        Juror.count(
            "edition = ?1 and office = ?2 and withdrawnAt is null and handle <> ?3",
            juror.edition,
            office,
            juror.handle);
    if (held > 0) {
      throw new Refusal(JuryProblem.OFFICE_HELD, office.name());
    }
  }

  private static void requireIssues(Collection<String> codes, Edition edition) {
    Set<String> known = edition.framework.document().issueCodes();
    Refusal.ofBody(
        codes.stream()
            .filter(code -> !known.contains(code))
            .sorted()
            .map(code -> Violation.Draft.at("/competences", PolicyRule.UNKNOWN_ISSUE, code))
            .toList());
  }

  private static LocalAuthority authority(String code) {
    return LocalAuthority.of(code)
        .orElseThrow(() -> Refusal.at("/affiliation", AuthorityRule.UNKNOWN_AUTHORITY, code));
  }
}
