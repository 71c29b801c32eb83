/**
 * The demonstration edition: Chanteloup-les-Vignes with the initiatives it published, and synthetic
 * dossiers of other real communes, labelled as such.
 */
package org.arobase.sample;
