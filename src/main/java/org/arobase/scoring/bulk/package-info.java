/**
 * The engine on arrays, for editions with millions of marks. Double precision does nearly all of
 * the work; where it cannot tell how decimals would round or compare, {@link
 * org.arobase.scoring.Scoring} decides.
 */
package org.arobase.scoring.bulk;
