/** Tells whether a document or a label was published here as it is. */
package org.arobase.palmares.verification;
