/** Submits several of a juror's score sheets at once. */
package org.arobase.scoresheet.submission;
