/** Keeps public answers until something that is published changes. */
package org.arobase.palmares.kept;
