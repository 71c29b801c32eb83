/** The Merkle tree of RFC 6962: roots, inclusion and consistency proofs, and their checks. */
package org.arobase.platform.merkle;
