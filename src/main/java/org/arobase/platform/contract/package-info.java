/** The OpenAPI document, completed at build time from what the code says. */
package org.arobase.platform.contract;
