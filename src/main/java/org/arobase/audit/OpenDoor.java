package org.arobase.audit;

import java.util.function.Supplier;

/** Knows whether the present thread writes through the door. */
final class OpenDoor {
  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

  private OpenDoor() {}

  static boolean isOpen() {
    return DEPTH.get() > 0;
  }

  /** Runs a write with the door open; the write must flush before it returns. */
  static <T> T with(Supplier<T> write) {
    DEPTH.set(DEPTH.get() + 1);
    try {
      return write.get();
    } finally {
      DEPTH.set(DEPTH.get() - 1);
    }
  }
}
