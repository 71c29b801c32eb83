/** The decisions on levels, by the president or the vice-president. */
package org.arobase.deliberation.decision;
