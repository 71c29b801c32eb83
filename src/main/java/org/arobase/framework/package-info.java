/**
 * The référentiel: categories, issues, services and criteria, as documents known by their content.
 */
package org.arobase.framework;
