/**
 * Rules that combine a panel's scores into one, from the plain mean to robust estimates. A rule
 * refuses where its result would mean nothing.
 */
package org.arobase.scoring.panel;
