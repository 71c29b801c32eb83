/** Shows the audit record: events, checkpoints, proofs and the report of the verifier. */
package org.arobase.transparency;
