/** What the marks give: reads them, calls the engine, serves the board and the explanation. */
package org.arobase.rating;
