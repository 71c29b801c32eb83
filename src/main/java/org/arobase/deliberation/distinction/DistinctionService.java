package org.arobase.deliberation.distinction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.access.AccessScope;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.deliberation.DeliberationRule;
import org.arobase.deliberation.decision.Decision;
import org.arobase.deliberation.distinction.Distinction.Kind;
import org.arobase.deliberation.distinction.DistinctionApi.Given;
import org.arobase.deliberation.distinction.DistinctionApi.View;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.identity.Caller;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.rating.DossierRating;
import org.arobase.rating.RatingService;
import org.jspecify.annotations.Nullable;

/** Gives, replaces and ends distinctions. */
@ApplicationScoped
@RetryOnLostRace
public class DistinctionService {
  private static final int LONGEST = 20;
  private static final String AT = "/distinctions";

  private final RatingService ratings;
  private final AccessScope scope;
  private final Caller caller;
  private final WriteDoor door;
  private final Clock clock;

  DistinctionService(
      RatingService ratings, AccessScope scope, Caller caller, WriteDoor door, Clock clock) {
    this.ratings = ratings;
    this.scope = scope;
    this.caller = caller;
    this.door = door;
    this.clock = clock;
  }

  /** The dossiers with a given or proposed distinction, among those that the caller may see. */
  @Transactional
  List<View> all(int year) {
    Edition edition = Edition.required(year);
    Map<Long, List<Distinction>> given = Distinction.all(year);
    Map<Long, Decision> decisions = Decision.all(year);
    Map<Long, Integer> versions = DistinctionList.versions(year);
    List<DossierRating> seen = ratings.known(year, scope.limits());
    Proposals proposals =
        new Proposals(edition, seen.stream().map(r -> r.dossier().code()).toList());
    return seen.stream()
        .map(
            r ->
                view(
                    r,
                    given.getOrDefault(r.dossier().id, List.of()),
                    decisions.get(r.dossier().id),
                    proposals,
                    versions.getOrDefault(r.dossier().id, 0)))
        .filter(view -> !view.distinctions().isEmpty() || !view.proposals().isEmpty())
        .toList();
  }

  /** The distinctions of one dossier, given and proposed. */
  @Transactional
  View of(int year, String code) {
    Edition edition = Edition.required(year);
    DossierRating rating = ratings.one(year, code, scope.limits());
    return view(
        rating,
        Distinction.on(rating.dossier()),
        Decision.on(rating.dossier()).orElse(null),
        new Proposals(edition, List.of(code)),
        DistinctionList.version(rating.dossier().id));
  }

  private static View view(
      DossierRating rating,
      List<Distinction> given,
      @Nullable Decision decision,
      Proposals proposals,
      int version) {
    Integer level = decision == null ? rating.level() : Integer.valueOf(decision.awardedLevel);
    return new View(
        rating.dossier().code(),
        rating.dossier().authority.name,
        given.stream().filter(d -> d.toVersion == null).map(Given::of).toList(),
        proposals.of(rating, level),
        version);
  }

  /**
   * Replaces all distinctions of a dossier.
   *
   * @throws Refusal 422 for a special mention without a title, a title or a last year on a kind
   *     that has none, a last year out of range, or a duplicate
   */
  @Transactional
  View replace(int year, String code, List<Given> wanted, String ifMatch) {
    Edition edition = Edition.held(year, scope);
    Dossier dossier = Dossier.locked(year, code);
    scope.require(code);
    Refusal.ofBody(violations(edition, wanted, AT));
    IfMatch.require(ifMatch, DistinctionList.version(dossier.id));
    write(
        dossier,
        () -> {
          Distinction.delete("dossier", dossier);
          give(edition, dossier, wanted, 1);
        });
    return of(year, code);
  }

  /** Adds a distinction to a dossier; one of the same kind and title is replaced. */
  @Transactional
  public void add(Edition edition, Dossier dossier, Given one) {
    Refusal.ofBody(violations(edition, List.of(one), AT));
    write(
        dossier,
        () -> {
          Distinction.delete(
              "dossier = ?1 and kind = ?2 and title = ?3", dossier, one.kind(), one.titleOrNone());
          give(edition, dossier, List.of(one), 1);
        });
  }

  /**
   * Ends the distinctions in force with the version before, and gives the wanted ones from this
   * version on.
   *
   * @param wanted must have no {@link #violations}
   * @param version the first version of the results with the wanted distinctions
   */
  @Transactional
  public void correct(Edition edition, Dossier dossier, List<Given> wanted, int version) {
    write(
        dossier,
        () -> {
          Distinction.on(dossier).forEach(d -> d.toVersion = version - 1);
          give(edition, dossier, wanted, version);
        });
  }

  private void write(Dossier dossier, Runnable change) {
    boolean isFirst = DistinctionList.version(dossier.id) == 0;
    door.write(
        isFirst ? null : DistinctionStates.of(dossier),
        Action.CHANGED,
        () -> {
          change.run();
          return DistinctionStates.of(dossier);
        });
  }

  private void give(Edition edition, Dossier dossier, List<Given> wanted, int version) {
    for (Given given : wanted) {
      Distinction distinction = new Distinction();
      distinction.dossier = dossier;
      distinction.kind = given.kind();
      distinction.title = given.titleOrNone();
      distinction.untilYear = untilYear(edition, given);
      distinction.reason = given.reason().strip();
      distinction.fromVersion = version;
      distinction.decidedBy = caller.name();
      distinction.decidedAt = clock.instant();
      distinction.persist();
    }
    DistinctionList.said(dossier.id, caller.name(), clock.instant());
  }

  /** By default, the policy's number of years, starting with the edition's own. */
  private static Integer untilYear(Edition edition, Given given) {
    if (given.kind() != Kind.EXCELLENCE) {
      return null;
    }
    int years = edition.policy().distinctionRules().excellenceYears();
    return given.untilYear() == null
        ? Integer.valueOf(edition.year + years - 1)
        : given.untilYear();
  }

  private record Held(Kind kind, String title, @Nullable Integer untilYear) {}

  /** Whether a dossier has exactly these distinctions, whatever their order and reasons. */
  public boolean has(Edition edition, Dossier dossier, List<Given> wanted) {
    Set<Held> present = new HashSet<>();
    Distinction.on(dossier).forEach(d -> present.add(new Held(d.kind, d.title, d.untilYear)));
    Set<Held> then = new HashSet<>();
    wanted.forEach(g -> then.add(new Held(g.kind(), g.titleOrNone(), untilYear(edition, g))));
    return present.equals(then);
  }

  /**
   * The violations in a list of distinctions.
   *
   * @param at the JSON pointer to the list
   */
  public static List<Draft> violations(Edition edition, List<Given> wanted, String at) {
    List<Draft> found = new ArrayList<>();
    Set<Held> once = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      Given given = wanted.get(i);
      boolean special = given.kind() == Kind.SPECIAL_MENTION;
      if (special == given.titleOrNone().isEmpty()) {
        found.add(Draft.at(at + "/" + i + "/title", DeliberationRule.TITLE_OF_SPECIAL_MENTION));
      }
      int last = edition.year + LONGEST;
      boolean ends = given.kind() == Kind.EXCELLENCE;
      Integer until = given.untilYear();
      if (until != null && (!ends || until < edition.year || until > last)) {
        found.add(
            Draft.at(
                at + "/" + i + "/untilYear",
                DeliberationRule.DISTINCTION_YEAR,
                String.valueOf(edition.year),
                String.valueOf(last)));
      }
      if (!once.add(new Held(given.kind(), special ? given.titleOrNone() : "", null))) {
        found.add(
            Draft.at(at + "/" + i + "/kind", DeliberationRule.DISTINCTION_TWICE, given.kind()));
      }
    }
    return found;
  }
}
