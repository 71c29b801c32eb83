/** Makes the decisions of an edition final, all or none. */
package org.arobase.deliberation.finalisation;
