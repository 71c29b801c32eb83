package org.arobase.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks in real threads that begin at the same moment. */
public final class Concurrently {
  private Concurrently() {}

  /** The results, in the order of the tasks. */
  public static <T> List<T> run(List<Callable<T>> tasks) {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    CyclicBarrier start = new CyclicBarrier(tasks.size());
    try {
      List<Callable<T>> waiting =
          tasks.stream()
              .map(
                  task ->
                      (Callable<T>)
                          () -> {
                            start.await();
                            return task.call();
                          })
              .toList();
      return threads.invokeAll(waiting).stream().map(Concurrently::result).toList();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      threads.shutdown();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
