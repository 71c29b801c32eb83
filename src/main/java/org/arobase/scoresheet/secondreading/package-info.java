/** One more juror for a dossier on which the first ones do not agree. */
package org.arobase.scoresheet.secondreading;
