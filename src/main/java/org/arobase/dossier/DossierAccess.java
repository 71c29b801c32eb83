package org.arobase.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Which dossiers a caller may read or write. */
@ApplicationScoped
public class DossierAccess {
  private final Caller caller;
  private final AssignedDossiers assigned;

  DossierAccess(Caller caller, AssignedDossiers assigned) {
    this.caller = caller;
    this.assigned = assigned;
  }

  /** The codes of the dossiers the caller may read in an edition; null means all. */
  @Nullable Collection<String> readable(int year) {
    if (caller.is(Roles.PRESIDENT) || caller.is(Roles.SECRETARIAT)) {
      return null;
    }
    Set<String> codes = new HashSet<>();
    if (caller.is(Roles.JUROR)) {
      codes.addAll(assigned.codes(year, caller.name()));
    }
    if (caller.is(Roles.APPLICANT)) {
      caller.authority().ifPresent(codes::add);
    }
    return codes;
  }

  /** Refuses a dossier that is none of the caller's. */
  public void requireReadable(int year, String code) {
    Collection<String> readable = readable(year);
    if (readable != null && !readable.contains(code)) {
      throw new Refusal(Problem.NOT_YOUR_DOSSIER, code);
    }
  }

  /** Refuses a change by an applicant of another authority. */
  void requireWritable(String code) {
    boolean own = caller.authority().filter(code::equals).isPresent();
    if (!caller.is(Roles.SECRETARIAT) && !own) {
      throw new Refusal(Problem.NOT_YOUR_DOSSIER, code);
    }
  }
}
