/** Tables: CSV. */
package org.arobase.platform.tabular;
