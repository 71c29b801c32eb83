/**
 * What happened, and the proof that nobody rewrote it: append-only events, sealed into hash-linked
 * checkpoints, and a verifier that also holds what the database says now against the last event.
 */
package org.arobase.audit;
