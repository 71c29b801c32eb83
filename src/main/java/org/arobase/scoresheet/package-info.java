/** A juror's marks on a dossier: drafts, their checks, and submission. */
package org.arobase.scoresheet;
