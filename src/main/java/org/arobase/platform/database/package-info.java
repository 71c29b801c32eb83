/** The ground the data stands on: the embedded MariaDB server and what every entity shares. */
package org.arobase.platform.database;
