package org.arobase.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.access.AccessScope.Limits;
import org.arobase.access.Grant.Reach;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.platform.idempotency.IdempotencyRecords;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Stands before every operation and lets through what the table allows. Callers without access to a
 * dossier get the same answer whether or not it exists.
 */
public class Guard {
  private final Caller caller;
  private final CallerMembership membership;
  private final AccessScope scope;
  private final IdempotencyRecords answers;

  Guard(Caller caller, CallerMembership membership, AccessScope scope, IdempotencyRecords answers) {
    this.caller = caller;
    this.membership = membership;
    this.scope = scope;
    this.answers = answers;
  }

  @ServerRequestFilter
  void check(ResourceInfo resource, UriInfo uri, ContainerRequestContext request) {
    List<Grant> grants = grants(resource);
    if (grants.isEmpty()) {
      return;
    }
    if (caller.isAnonymous()) {
      throw new Refusal(CommonProblem.UNAUTHENTICATED);
    }
    List<Grant> claimed = grants.stream().filter(g -> caller.claims(g.role())).toList();
    if (claimed.isEmpty()) {
      throw new Refusal(CommonProblem.FORBIDDEN);
    }
    boolean once = resource.getResourceMethod().isAnnotationPresent(Idempotent.class);
    RequestTarget target =
        RequestTarget.of(uri, once ? request.getHeaderString("Idempotency-Key") : null);
    CallerFacts facts = target.year() == null ? null : membership.of(target.year());
    List<Grant> ofRole = claimed.stream().filter(g -> caller.is(g.role())).toList();
    if (ofRole.isEmpty()) {
      throw new Refusal(CommonProblem.FORBIDDEN);
    }
    if (facts == null) {
      scope.grant(EnumSet.allOf(Phase.class), () -> Limits.ALL, () -> Limits.ALL);
    } else {
      check(ofRole, target, facts);
    }
  }

  /** The grants of an operation. The build guarantees that every operation has a row. */
  private static List<Grant> grants(ResourceInfo resource) {
    Operation operation = resource.getResourceMethod().getAnnotation(Operation.class);
    return Permissions.of(operation.operationId())
        .orElseThrow(() -> new Refusal(CommonProblem.FORBIDDEN));
  }

  private void check(List<Grant> grants, RequestTarget target, CallerFacts facts) {
    Phase phase = facts.phase();
    if (phase == null) {
      throw new Refusal(AccessProblem.EDITION_NOT_FOUND, String.valueOf(target.year()));
    }
    if (target.code() != null && facts.recused().contains(target.code())) {
      throw new Refusal(AccessProblem.RECUSED, target.code());
    }
    List<Grant> reaching = grants.stream().filter(g -> reaches(g, target)).toList();
    List<Grant> now = in(phase, reaching);
    Set<Phase> phases = phases(reaching);
    if (now.isEmpty()) {
      // the target is the problem, not the phase: no grant that is open now covers it
      if (reaching.isEmpty() || !in(phase, grants).isEmpty()) {
        throw refusal(target);
      }
      if (!answers.has(caller.name(), target.idempotencyKey())) {
        phase.requireOneOf(target.year(), phases);
      }
      // already done, perhaps in an earlier phase: only the kept answer is sent again
      phases = EnumSet.noneOf(Phase.class);
    }
    scope.grant(phases, () -> limits(now, target.year()), () -> again(now, target.year()));
  }

  /** Reads the facts again: what was read before waiting for a lock may be out of date. */
  private Limits again(List<Grant> allowed, int year) {
    membership.reread(year);
    return limits(allowed, year);
  }

  private Limits limits(List<Grant> allowed, int year) {
    List<Grant> now =
        allowed.stream()
            .filter(
                grant -> caller.is(grant.role()) && !membership.isHeldByOthers(year, grant.role()))
            .toList();
    if (now.isEmpty() && !allowed.isEmpty()) {
      throw new Refusal(CommonProblem.FORBIDDEN);
    }
    return new Limits(only(now, year), membership.of(year).recused());
  }

  private static List<Grant> in(Phase phase, List<Grant> grants) {
    return grants.stream().filter(g -> g.phases().contains(phase)).toList();
  }

  private static Refusal refusal(RequestTarget target) {
    if (target.sheet() != null && !target.isOwnSheet(null)) {
      return new Refusal(AccessProblem.NOT_YOUR_SHEET);
    }
    return target.code() == null
        ? new Refusal(AccessProblem.NOT_YOUR_EDITION, String.valueOf(target.year()))
        : new Refusal(AccessProblem.NOT_YOUR_DOSSIER, target.code());
  }

  private boolean reaches(Grant grant, RequestTarget target) {
    if (grant.reach() == Reach.MEMBERSHIP) {
      return membership.of(target.year()).isInvited();
    }
    boolean juror = grant.role().equals(Roles.JUROR);
    String handle = membership.of(target.year()).handle();
    if ((juror && handle == null) || membership.isHeldByOthers(target.year(), grant.role())) {
      // the caller is not, or no longer, on this edition's jury or in this office
      return false;
    }
    if (grant.reach() == Reach.CHAIR) {
      Set<String> chaired = chaired(target.year());
      return target.code() == null ? !chaired.isEmpty() : chaired.contains(target.code());
    }
    if (grant.reach() == Reach.ANY || target.code() == null) {
      return true;
    }
    return own(grant.role(), target.year()).contains(target.code())
        && (!juror || target.sheet() == null || target.isOwnSheet(handle));
  }

  /** The codes of the dossiers that {@link Reach#OWN} covers for the caller in this role. */
  private Set<String> own(String role, int year) {
    return switch (role) {
      case Roles.JUROR -> membership.of(year).assigned().keySet();
      case Roles.APPLICANT -> caller.authority().map(Set::of).orElse(Set.of());
      case Roles.VICE_PRESIDENT -> membership.of(year).withoutPresident();
      default -> throw new IllegalStateException("No dossier is " + role + "'s own");
    };
  }

  /** The codes of the dossiers that {@link Reach#CHAIR} covers for the caller. */
  private Set<String> chaired(int year) {
    Set<String> chaired = new HashSet<>(membership.of(year).chaired());
    chaired.retainAll(membership.of(year).withoutPresident());
    chaired.removeAll(membership.of(year).recused());
    return chaired;
  }

  private Set<String> only(List<Grant> now, int year) {
    if (now.stream().anyMatch(g -> g.reach() == Reach.ANY)) {
      return null;
    }
    Set<String> codes = new HashSet<>();
    now.stream()
        .filter(grant -> grant.reach() == Reach.OWN)
        .forEach(grant -> codes.addAll(own(grant.role(), year)));
    if (now.stream().anyMatch(g -> g.reach() == Reach.CHAIR)) {
      codes.addAll(chaired(year));
    }
    return codes;
  }

  private static Set<Phase> phases(List<Grant> grants) {
    return grants.stream()
        .flatMap(g -> g.phases().stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Phase.class)));
  }
}
