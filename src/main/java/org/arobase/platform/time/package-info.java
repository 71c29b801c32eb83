/** The one clock. */
package org.arobase.platform.time;
