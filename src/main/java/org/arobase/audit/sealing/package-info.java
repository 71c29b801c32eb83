/**
 * Seals the events into a Merkle tree with hash-linked checkpoints, and verifies the whole record.
 */
package org.arobase.audit.sealing;
