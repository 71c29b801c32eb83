/** The application's clock. */
package org.arobase.platform.time;
