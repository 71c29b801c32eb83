/**
 * Heads of the audit record in the form of transparency logs (C2SP tlog-checkpoint), and the
 * signatures of witnesses for them.
 */
package org.arobase.transparency.witness;
