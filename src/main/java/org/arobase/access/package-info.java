/**
 * Access control: one table of permissions, the guard that enforces it before every operation, and
 * its part of the OpenAPI document.
 */
package org.arobase.access;
