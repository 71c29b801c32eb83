/**
 * Checks what Arobase publishes, and works its levels out again, with a JDK and nothing else: no
 * line of the server is in it, so that a mistake there is not made here too.
 */
package verifier;
