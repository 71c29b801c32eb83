package org.arobase.platform.jobs;

import org.arobase.platform.canonical.Canonical;
import org.jspecify.annotations.Nullable;

/** A kind of long work. What it needs to know stands in the job, not in the request. */
public interface Work {
  /** Its name, for example {@code RECOMPUTATION}. */
  String kind();

  /**
   * Does it, in a thread of its own, outside of any transaction.
   *
   * @return the result, to be kept as JSON
   * @throws JobProgress.Cancelled when progress says so; let it through
   */
  Object run(Order order, JobProgress progress);

  /**
   * Whether whoever began it may still know what it gave, in the request that asks.
   *
   * @throws org.arobase.platform.problem.Refusal when it may not
   */
  void requireReadable(Order order);

  /**
   * What was ordered.
   *
   * @param edition the year, if it is of one
   * @param parameters JSON of the kind's own making
   */
  record Order(String owner, @Nullable Integer edition, String parameters) {
    /** The parameters as the kind gave them to {@link Jobs#begin}. */
    public <T> T parameters(Class<T> type) {
      return Canonical.read(parameters, type);
    }

    static Order of(Job job) {
      return new Order(job.owner, job.edition, job.parameters);
    }
  }
}
