package org.arobase.palmares.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
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
  public void present(@Nullable Integer year, Consumer<State> to) {
    if (year == null) {
      SigningKey.all().stream().map(SigningKeyStates::of).forEach(to);
    }
  }
}
