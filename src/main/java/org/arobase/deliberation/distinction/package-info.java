/** Distinctions in addition to the level: mentions, green @, Territoire d'excellence numérique. */
package org.arobase.deliberation.distinction;
