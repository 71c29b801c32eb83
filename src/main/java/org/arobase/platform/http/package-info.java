/** How this house speaks HTTP: versions, pages, limits, strict JSON. */
package org.arobase.platform.http;
