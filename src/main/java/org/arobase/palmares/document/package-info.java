/** What is published and signed: the document of an edition, and the label of each authority. */
package org.arobase.palmares.document;
