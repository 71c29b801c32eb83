/** Documents that are known by their content: one text, one hash. */
package org.arobase.platform.canonical;
