/**
 * How sure a level is, what it hangs on, and where its thresholds come from. Never a bootstrap of a
 * dossier's own three jurors: its 90 % interval covers 62 %.
 */
package org.arobase.scoring.uncertainty;
