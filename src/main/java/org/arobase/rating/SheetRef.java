package org.arobase.rating;

/**
 * An assignment as the rating sees it.
 *
 * @param id inner number of the sheet
 * @param juror the juror's id
 * @param submitted whether its marks count
 * @param version rises with every write of the sheet or its marks
 * @param further whether it is a second reading: one more than the dossier is to have
 */
public record SheetRef(long id, String juror, boolean submitted, int version, boolean further) {}
