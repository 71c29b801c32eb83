/** The jury as tables, out and in: members, recusals, assignments. */
package org.arobase.jury.tables;
