package org.arobase.platform.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Work in a transaction of its own, tried again when the database broke it for another's. */
public final class Transactions {
  private Transactions() {}

  /** What the work would give: nothing of it is kept. */
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

  /** Makes a transaction roll back; nothing went wrong. */
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undo() {
      super("undo", null, false, false);
    }
  }

  /** What the work gives. */
  public static <T> T inNew(Callable<T> work) {
    return Tries.of(() -> QuarkusTransaction.requiringNew().call(work));
  }
}
