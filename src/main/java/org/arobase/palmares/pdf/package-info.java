/** Minutes, feedback letters and certificates, as PDF for archives and screen readers. */
package org.arobase.palmares.pdf;
