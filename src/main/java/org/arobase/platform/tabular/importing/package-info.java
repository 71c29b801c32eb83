/** Tables that somebody sends: CSV, XLSX and JSON, read line by line, all or nothing. */
package org.arobase.platform.tabular.importing;
