/** A juror who leaves the jury, with the effect on the ratings. */
package org.arobase.rating.withdrawal;
