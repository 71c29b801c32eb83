/** Score sheets as tables: jurors take theirs home, the others read the submitted ones. */
package org.arobase.scoresheet.tables;
