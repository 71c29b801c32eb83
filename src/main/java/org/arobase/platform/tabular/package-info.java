/** Tables: CSV, XLSX and JSON. */
package org.arobase.platform.tabular;
