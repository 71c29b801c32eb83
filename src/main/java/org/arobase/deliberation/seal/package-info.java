/** The sealed results of an edition; signed and published documents are derived from them. */
package org.arobase.deliberation.seal;
