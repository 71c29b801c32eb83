/** Tells which published labels have been changed or revoked since. */
package org.arobase.palmares.statuslist;
