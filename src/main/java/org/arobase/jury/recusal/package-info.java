/** Declares, finds and lifts recusals. */
package org.arobase.jury.recusal;
