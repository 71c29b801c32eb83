/** Refusals, and the problems that callers receive (RFC 9457), in two languages. */
package org.arobase.platform.problem;
