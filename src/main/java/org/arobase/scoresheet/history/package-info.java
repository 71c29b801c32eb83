/** What was submitted of a score sheet, each time. */
package org.arobase.scoresheet.history;
