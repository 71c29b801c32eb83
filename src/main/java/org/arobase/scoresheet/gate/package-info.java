/** What score sheets have to say about a step of the edition. */
package org.arobase.scoresheet.gate;
