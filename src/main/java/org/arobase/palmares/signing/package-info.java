/** Keys that published documents are signed with, and JSON Web Signatures (RFC 7515) by them. */
package org.arobase.palmares.signing;
