/** The dossiers of an edition with their initiatives as a table, out and in. */
package org.arobase.dossier.tables;
