/** Secrets: where they are kept, and which values are refused. */
package org.arobase.platform.secrets;
