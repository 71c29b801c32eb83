package org.arobase.authority;

import org.arobase.platform.problem.Rule;

/** Rules of reference data that a body can break, or that can block a step. */
public enum AuthorityRule implements Rule {
  UNKNOWN_AUTHORITY,
  AUTHORITY_NAME_DIFFERS,
  AUTHORITY_MISSPELT,
  AUTHORITY_SHARES_NAME,
  AUTHORITY_MERGED,
  AUTHORITY_MERGED_INTO,
  AUTHORITY_WITHOUT_ZERO
}
