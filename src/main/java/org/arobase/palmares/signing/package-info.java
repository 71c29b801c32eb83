/** The signing keys of published documents, and their JSON Web Signatures (RFC 7515). */
package org.arobase.palmares.signing;
