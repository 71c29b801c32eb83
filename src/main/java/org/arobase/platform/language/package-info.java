/** Texts in French and English. */
package org.arobase.platform.language;
