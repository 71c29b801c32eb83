/** What the president decides: levels with reasons, and their finalisation. */
package org.arobase.deliberation;
