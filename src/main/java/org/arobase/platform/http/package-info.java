/** HTTP conventions: versions, pages, limits, strict JSON. */
package org.arobase.platform.http;
