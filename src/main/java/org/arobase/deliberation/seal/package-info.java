/** The results of an edition, sealed: what is signed and published follows from them. */
package org.arobase.deliberation.seal;
