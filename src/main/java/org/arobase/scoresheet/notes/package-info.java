/** Notes that jurors write for themselves; nobody else ever reads them. */
package org.arobase.scoresheet.notes;
