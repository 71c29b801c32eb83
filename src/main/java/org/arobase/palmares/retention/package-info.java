/** Personal data: access by the person concerned, and erasure after a time (GDPR). */
package org.arobase.palmares.retention;
