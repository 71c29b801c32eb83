/** Refusals and what a caller is told of them (RFC 9457), in two languages. */
package org.arobase.platform.problem;
