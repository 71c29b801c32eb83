/** Public figures: counts, distributions, the history of an authority, the open-data catalogue. */
package org.arobase.palmares.figures;
