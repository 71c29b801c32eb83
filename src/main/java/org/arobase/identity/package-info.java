/** Identity of the caller: roles, tokens and local accounts. */
package org.arobase.identity;
