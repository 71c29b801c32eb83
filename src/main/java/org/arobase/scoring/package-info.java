/**
 * The pure engine: from marks to a level. Java only; no clock, no input or output, no feature.
 *
 * <p>A score is a number from 0 to 1 that was computed in decimal arithmetic. Three things are
 * never confused: a mark that is missing, a criterion that does not apply, and a mark of zero.
 */
package org.arobase.scoring;
