/**
 * From single sheets to the jury's joint review of a dossier: individual, consensus, panel, as in
 * evaluations for Horizon Europe.
 */
package org.arobase.deliberation.review;
