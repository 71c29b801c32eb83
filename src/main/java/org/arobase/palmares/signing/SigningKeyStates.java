package org.arobase.palmares.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.jspecify.annotations.Nullable;

/** The recorded state of signing keys. */
@ApplicationScoped
class SigningKeyStates implements StateSource {
  private static final String KIND = "signing-key";

  private record Content(
      String publicJwk,
      String address,
      Instant since,
      @Nullable Instant retiredAt,
      @Nullable Instant revokedAt,
      @Nullable String revokedBy,
      String reason) {}

  static State of(SigningKey k) {
    return new State(
        Subject.outside(KIND, k.id),
        new Content(
            k.publicJwk, k.address, k.since, k.retiredAt, k.revokedAt, k.revokedBy, k.reason));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<State> present(@Nullable Integer year) {
    return year != null ? List.of() : SigningKey.all().stream().map(SigningKeyStates::of).toList();
  }
}
