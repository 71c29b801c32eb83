package org.arobase.framework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.jspecify.annotations.Nullable;

/** The audit states of frameworks. */
@ApplicationScoped
public class FrameworkStates implements StateSource {
  private static final String KIND = "framework";

  private record Content(String document, String contentHash, @Nullable Instant frozenAt) {}

  /** The present state of a framework. */
  public static State of(Framework f) {
    return new State(
        Subject.outside(KIND, f.id), new Content(f.document, f.contentHash, f.frozenAt));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    if (year == null) {
      Framework.all().stream().map(FrameworkStates::of).forEach(to);
    }
  }
}
