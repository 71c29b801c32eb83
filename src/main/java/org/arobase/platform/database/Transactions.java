package org.arobase.platform.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Runs work in its own transaction, and again when the database rolled it back for another one. */
public final class Transactions {
  private Transactions() {}

  /** Runs the work, rolls its transaction back and returns its result. */
  public static <T> T triedOut(Supplier<T> work) {
    List<T> result = new ArrayList<>();
    Callable<T> undone =
        () -> {
          result.add(work.get());
          throw new Undo();
        };
    try {
      inNew(undone);
    } catch (Undo asWanted) {
      return result.get(result.size() - 1);
    }
    throw new IllegalStateException("The work was kept");
  }

  /** Rolls a transaction back without being an error. */
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undo() {
      super("undo", null, false, false);
    }
  }

  /** Runs the work in a new transaction and returns its result. */
  public static <T> T inNew(Callable<T> work) {
    return LostRaces.retry(() -> QuarkusTransaction.requiringNew().call(work));
  }
}
