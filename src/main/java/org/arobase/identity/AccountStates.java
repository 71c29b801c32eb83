package org.arobase.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.jspecify.annotations.Nullable;

/** The recorded state of local accounts, so that a role or password changed by SQL is noticed. */
@ApplicationScoped
class AccountStates implements StateSource {
  private static final String KIND = "account";

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    if (year == null) {
      LocalAccounts.all().stream()
          .map(account -> new State(Subject.outside(KIND, account.username()), account))
          .forEach(to);
    }
  }
}
