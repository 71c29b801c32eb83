/** HTTP conventions: versions, limits, strict JSON. */
package org.arobase.platform.http;
