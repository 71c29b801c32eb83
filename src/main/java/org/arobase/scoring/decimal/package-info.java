/** Decimal arithmetic: sums and products are exact, and HALF_UP applies where a rule rounds. */
package org.arobase.scoring.decimal;
