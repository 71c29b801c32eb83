/** The embedded MariaDB server, transactions, and what all entities share. */
package org.arobase.platform.database;
