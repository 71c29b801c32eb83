/** Lists in parts, and answers that are kept. */
package org.arobase.platform.paging;
