/**
 * What a dossier gets beside its level: mentions, the green @, Territoire d'excellence numérique.
 */
package org.arobase.deliberation.distinction;
