/** A request that is sent twice happens once: keys of clients, kept with the answers. */
package org.arobase.platform.idempotency;
