/** The published list. */
package org.arobase.palmares;
