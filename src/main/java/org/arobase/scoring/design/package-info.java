/** What a plan of readings lets one know before anything is scored. */
package org.arobase.scoring.design;
