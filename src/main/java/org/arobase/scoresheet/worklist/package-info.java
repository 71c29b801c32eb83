/** A juror's dossiers with the progress of each sheet. */
package org.arobase.scoresheet.worklist;
