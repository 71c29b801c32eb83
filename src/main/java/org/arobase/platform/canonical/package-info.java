/** Canonical JSON: equal documents have the same text and the same hash. */
package org.arobase.platform.canonical;
