package org.arobase.platform.jobs;

import org.arobase.platform.canonical.Canonical;
import org.jspecify.annotations.Nullable;

/** A kind of long-running work. All its input is in the job, since the request has ended. */
public interface Work {
  /** Its name, for example {@code RECOMPUTATION}. */
  String kind();

  /**
   * Does the work in its own thread, outside any transaction.
   *
   * @return the result, to be kept as JSON
   * @throws JobProgress.Cancelled from {@code progress}; do not catch it
   */
  Object run(Order order, JobProgress progress);

  /**
   * Checks, each time the job is read, that its owner may still see the result.
   *
   * @throws org.arobase.platform.problem.Refusal when they may not
   */
  void requireReadable(Order order);

  /**
   * The input of a job.
   *
   * @param owner the user who started it
   * @param edition the year of the edition, if any
   * @param parameters JSON in a form that the kind of work defines
   */
  record Order(String owner, @Nullable Integer edition, String parameters) {
    /** The parameters that were given to {@link Jobs#begin}. */
    public <T> T parameters(Class<T> type) {
      return Canonical.read(parameters, type);
    }

    static Order of(Job job) {
      return new Order(job.owner, job.edition, job.parameters);
    }
  }
}
