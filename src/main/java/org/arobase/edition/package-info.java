/** A year's edition: its calendar, its phases and its rating policy. */
package org.arobase.edition;
