/** A rating in the words and records of the API, down to each contribution. */
package org.arobase.rating.explanation;
