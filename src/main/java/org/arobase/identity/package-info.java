/** Who calls: roles, tokens, and the local accounts of the embedded default. */
package org.arobase.identity;
