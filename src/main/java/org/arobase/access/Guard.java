package org.arobase.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.access.Grant.Reach;
import org.arobase.edition.Edition;
import org.arobase.edition.Permit;
import org.arobase.edition.Permit.Scope;
import org.arobase.edition.Phase;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.jury.Juror.Office;
import org.arobase.jury.Standing;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.idempotency.KeptAnswers;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Stands before every operation and lets through what the table allows. It says no more than it
 * must: of a dossier that is none of the caller's not even whether it exists.
 */
public class Guard {
  private final Caller caller;
  private final Standing standing;
  private final Permit permit;
  private final KeptAnswers answers;

  Guard(Caller caller, Standing standing, Permit permit, KeptAnswers answers) {
    this.caller = caller;
    this.standing = standing;
    this.permit = permit;
    this.answers = answers;
  }

  @ServerRequestFilter
  void check(ResourceInfo resource, UriInfo uri, ContainerRequestContext request) {
    List<Grant> grants = grants(resource);
    if (grants.isEmpty()) {
      return;
    }
    if (caller.isAnonymous()) {
      throw new Refusal(Problem.UNAUTHENTICATED);
    }
    List<Grant> ofRole = grants.stream().filter(g -> caller.is(g.role())).toList();
    if (ofRole.isEmpty()) {
      throw new Refusal(Problem.FORBIDDEN);
    }
    boolean once = resource.getResourceMethod().isAnnotationPresent(Idempotent.class);
    Place place = Place.of(uri, once ? request.getHeaderString("Idempotency-Key") : null);
    if (place.year() == null) {
      permit.grant(EnumSet.allOf(Phase.class), () -> new Scope(null, Set.of()));
    } else {
      check(ofRole, place);
    }
  }

  /** The table's row; an operation without one never got through the build. */
  private static List<Grant> grants(ResourceInfo resource) {
    Operation operation = resource.getResourceMethod().getAnnotation(Operation.class);
    return Permissions.of(operation.operationId())
        .orElseThrow(() -> new Refusal(Problem.FORBIDDEN));
  }

  private void check(List<Grant> grants, Place place) {
    Edition edition = Edition.required(place.year());
    Set<String> recused = standing.of(place.year()).recused();
    if (place.code() != null && recused.contains(place.code())) {
      throw new Refusal(Problem.RECUSED, place.code());
    }
    List<Grant> reaching = grants.stream().filter(g -> reaches(g, place)).toList();
    List<Grant> now = in(edition.phase, reaching);
    Set<Phase> phases = phases(reaching);
    if (now.isEmpty()) {
      // what the caller may do with its own now is refused as not its own, not as untimely
      if (reaching.isEmpty() || !in(edition.phase, grants).isEmpty()) {
        throw refusal(place);
      }
      if (!answers.has(caller.name(), place.idempotencyKey())) {
        edition.in(phases.toArray(Phase[]::new));
      }
      // done before, and perhaps untimely only since: the kept answer is given, nothing is done
      phases = EnumSet.noneOf(Phase.class);
    }
    permit.grant(phases, () -> scope(now, place.year()));
  }

  /** As it is now: what was read before a lock was waited for may be true no more. */
  private Scope scope(List<Grant> allowed, int year) {
    standing.forget(year);
    caller.forget();
    List<Grant> now =
        allowed.stream()
            .filter(grant -> caller.is(grant.role()) && !isOfAnother(grant.role(), year))
            .toList();
    if (now.isEmpty() && !allowed.isEmpty()) {
      throw new Refusal(Problem.FORBIDDEN);
    }
    return new Scope(only(now, year), standing.of(year).recused());
  }

  private static List<Grant> in(Phase phase, List<Grant> grants) {
    return grants.stream().filter(g -> g.phases().contains(phase)).toList();
  }

  private static Refusal refusal(Place place) {
    if (place.sheet() != null && !place.isOwnSheet(null)) {
      return new Refusal(Problem.NOT_YOUR_SHEET);
    }
    return place.code() == null
        ? new Refusal(Problem.NOT_YOUR_EDITION, String.valueOf(place.year()))
        : new Refusal(Problem.NOT_YOUR_DOSSIER, place.code());
  }

  private boolean reaches(Grant grant, Place place) {
    boolean juror = grant.role().equals(Roles.JUROR);
    String handle = standing.of(place.year()).handle();
    if ((juror && handle == null) || isOfAnother(grant.role(), place.year())) {
      // an edition whose jury it is not in, or not any more
      return false;
    }
    if (grant.reach() == Reach.ANY || place.code() == null) {
      return true;
    }
    return own(grant.role(), place.year()).contains(place.code())
        && (!juror || place.sheet() == null || place.isOwnSheet(handle));
  }

  /** The role comes from a token; whose it is in an edition, its jury says. */
  private boolean isOfAnother(String role, int year) {
    return switch (role) {
      case Roles.PRESIDENT -> standing.isHeldByOthers(year, Office.PRESIDENT);
      case Roles.VICE_PRESIDENT -> standing.isHeldByOthers(year, Office.VICE_PRESIDENT);
      default -> false;
    };
  }

  /** The codes of the dossiers that are a caller's own in a role. */
  private Set<String> own(String role, int year) {
    return switch (role) {
      case Roles.JUROR -> standing.of(year).assigned().keySet();
      case Roles.APPLICANT -> caller.authority().map(Set::of).orElse(Set.of());
      case Roles.VICE_PRESIDENT -> standing.withoutPresident(year);
      default -> throw new IllegalStateException("No dossier is " + role + "'s own");
    };
  }

  private Set<String> only(List<Grant> now, int year) {
    if (now.stream().anyMatch(g -> g.reach() == Reach.ANY)) {
      return null;
    }
    Set<String> codes = new HashSet<>();
    now.forEach(grant -> codes.addAll(own(grant.role(), year)));
    return codes;
  }

  private static Set<Phase> phases(List<Grant> grants) {
    return grants.stream()
        .flatMap(g -> g.phases().stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Phase.class)));
  }
}
