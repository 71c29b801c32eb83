/**
 * Who may do what, when: one table, the guard that enforces it before every operation, and its
 * place in the contract.
 */
package org.arobase.access;
