/**
 * The correction of severe and lenient jurors. Models of one table y = dossier + juror + error,
 * their standard errors, and whether the table allows a correction at all.
 *
 * <p>Arithmetic is in double precision, each sum in one fixed order: the same table gives the same
 * bits on every machine, whatever the order of its rows.
 */
package org.arobase.scoring.severity;
