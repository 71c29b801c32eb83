/**
 * The same steps over the marks of a whole edition in arrays, for millions of marks. Binary
 * arithmetic does nearly all of the work; wherever it cannot be sure how decimals would round or
 * compare, {@link org.arobase.scoring.Scoring} decides.
 */
package org.arobase.scoring.bulk;
