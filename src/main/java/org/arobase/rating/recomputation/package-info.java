/** All ratings of an edition computed again from the marks, as a job on arrays. */
package org.arobase.rating.recomputation;
