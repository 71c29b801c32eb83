/** What an authority submits: its dossier and the initiatives in it. */
package org.arobase.dossier;
