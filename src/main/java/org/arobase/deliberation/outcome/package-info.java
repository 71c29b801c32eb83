/** What a finalised edition gave each dossier. */
package org.arobase.deliberation.outcome;
