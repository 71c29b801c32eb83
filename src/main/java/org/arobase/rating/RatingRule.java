package org.arobase.rating;

import org.arobase.platform.problem.Rule;

/** Rules of ratings that can block a step. */
enum RatingRule implements Rule {
  QUORUM_NOT_REACHED,
  FEWER_SHEETS
}
