/** The signed publications: the document of an edition, and the label of each authority. */
package org.arobase.palmares.document;
