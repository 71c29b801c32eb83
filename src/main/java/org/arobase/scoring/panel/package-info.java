/**
 * Rules by which a panel's marks make one, from the plain mean to robust estimates. Each says when
 * it means nothing, and refuses then.
 */
package org.arobase.scoring.panel;
