/** Chairs of dossiers that the president and the vice-president are both recused from. */
@NullMarked
package org.arobase.jury.chair;

import org.jspecify.annotations.NullMarked;
