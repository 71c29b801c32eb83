/** Marks without names, for external programs that recompute the levels. */
package org.arobase.palmares.anonymised;
