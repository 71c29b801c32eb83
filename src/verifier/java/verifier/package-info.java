/**
 * Checks what Arobase publishes and computes its levels again, with a JDK and nothing else. It
 * shares no code with the server, so that a mistake there is not repeated here.
 */
package verifier;
