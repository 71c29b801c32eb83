/** How far the jury is, who is late, and when it will be done: amounts, never marks. */
package org.arobase.scoresheet.progress;
