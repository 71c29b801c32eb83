/** The jury of an edition: its members, assignments and recusals. */
package org.arobase.jury;
