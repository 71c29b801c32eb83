/**
 * How certain a level is, what it depends on, and where its thresholds come from. A dossier's own
 * three jurors are never bootstrapped, because the 90 % interval would cover only 62 %.
 */
package org.arobase.scoring.uncertainty;
