/**
 * The audit record, and the proof that nobody changed it: append-only events, sealed into
 * hash-linked checkpoints, and a verifier that also compares the present state of the database with
 * the last events.
 */
package org.arobase.audit;
