/** Who judges what: jurors and their assignments. */
package org.arobase.jury;
