/**
 * Paper: minutes, feedback letters and certificates, as PDF that archives and screen readers take.
 */
package org.arobase.palmares.pdf;
