/**
 * How far jurors agree, and how much of a score is the dossier's: the coefficients of the field,
 * each with what it takes and when it is undefined. An undefined coefficient is NaN, never 0 or 1.
 */
package org.arobase.scoring.reliability;
