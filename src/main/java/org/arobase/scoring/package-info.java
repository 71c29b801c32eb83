/**
 * The scoring engine: from marks to a level. It is plain Java without clock, input or output, and
 * depends on no feature. {@code scoring/methods.md} describes the computation.
 *
 * <p>A score is a number from 0 to 1, computed in decimal arithmetic. Three things are never
 * confused: a missing mark, a criterion that does not apply, and a mark of zero.
 */
package org.arobase.scoring;
