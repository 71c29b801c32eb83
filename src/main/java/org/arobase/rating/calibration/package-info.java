/** A juror's scores beside the mean of the others on the dossiers that all read. */
package org.arobase.rating.calibration;
