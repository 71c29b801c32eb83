/**
 * From single sheets to what the jury says of a dossier together: individual, consensus, panel, as
 * the experts of Horizon Europe do.
 */
package org.arobase.deliberation.review;
