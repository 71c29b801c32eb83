/** Weighted trees of values and the rules that aggregate them. */
package org.arobase.scoring.hierarchy;
