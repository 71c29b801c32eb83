/** How dossiers cover the policy issues, and how another framework would show them. */
package org.arobase.dossier.mosaic;
