/** The board: a rating of each dossier that the caller sees, as a list, a table and a stream. */
package org.arobase.rating.board;
