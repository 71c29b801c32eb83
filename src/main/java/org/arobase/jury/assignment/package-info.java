/** Which juror scores which dossier. */
package org.arobase.jury.assignment;
