/** Reference data: the local authorities of France and the labels they got in the past. */
package org.arobase.authority;
