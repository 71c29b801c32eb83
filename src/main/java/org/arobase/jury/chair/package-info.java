/** Chairs of dossiers that the president and the vice-president are both recused from. */
package org.arobase.jury.chair;
