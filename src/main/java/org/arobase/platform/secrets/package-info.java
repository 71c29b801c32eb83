/** Secrets: where they are kept, and which ones are none. */
package org.arobase.platform.secrets;
