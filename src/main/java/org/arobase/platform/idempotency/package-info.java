/** Idempotency keys: a request that is sent twice is executed once. */
package org.arobase.platform.idempotency;
