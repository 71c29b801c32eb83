/**
 * The référentiel: categories, issues, services and criteria, as documents identified by their
 * hash.
 */
package org.arobase.framework;
