/** The rating policy of an edition: every rule that the association decides. */
package org.arobase.edition.policy;
