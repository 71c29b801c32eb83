/**
 * Coefficients of reliability: how far jurors agree, and how much of a score is due to the dossier.
 * Each documents its input and when it is undefined. An undefined coefficient is NaN, never 0 or 1.
 */
package org.arobase.scoring.reliability;
