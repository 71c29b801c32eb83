package org.arobase.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;

/** The caller's membership in the juries of editions, read once a request and edition. */
@RequestScoped
public class CallerMembership {
  private final Caller caller;
  private final JuryFacts jury;
  private final Map<Integer, CallerFacts> known = new HashMap<>();

  CallerMembership(Caller caller, JuryFacts jury) {
    this.caller = caller;
    this.jury = jury;
  }

  /** The facts about the caller and the edition of this year. */
  public CallerFacts of(int year) {
    return known.computeIfAbsent(year, this::read);
  }

  private CallerFacts read(int year) {
    CallerFacts facts = jury.of(year, caller.name());
    caller.rememberAccount(facts.accountRole());
    return facts;
  }

  /** Reads the database again. */
  void reread(int year) {
    known.put(year, read(year));
  }

  /**
   * Whether an office of the jury is held by others than the caller: the role comes from a token,
   * the jury says who holds it in an edition.
   *
   * @param role one of {@link Roles}; of roles that are no office, false
   */
  public boolean isHeldByOthers(int year, String role) {
    Set<String> holders =
        switch (role) {
          case Roles.PRESIDENT -> of(year).presidents();
          case Roles.VICE_PRESIDENT -> of(year).vicePresidents();
          default -> Set.of();
        };
    return !holders.isEmpty() && !holders.contains(caller.name());
  }
}
