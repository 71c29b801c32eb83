/** Export and import of the jury as tables: members, recusals, assignments. */
package org.arobase.jury.tables;
