/** Reports on a jury: its reliability, and the sensitivity of the levels. */
package org.arobase.rating.analysis;
