/** Decimal arithmetic, as a protocol prescribes it: exact sums, HALF_UP where a rule says so. */
package org.arobase.scoring.decimal;
