package org.arobase.rating;

/**
 * An assignment and its sheet, as the rating needs them.
 *
 * @param id database id of the sheet
 * @param juror the juror's id
 * @param submitted whether its marks count
 * @param version rises with every write of the sheet or its marks
 * @param reopened whether it was submitted before and then reopened
 * @param further whether it is a second reading, in addition to the planned jurors
 */
public record SheetRef(
    long id, String juror, boolean submitted, int version, boolean reopened, boolean further) {}
