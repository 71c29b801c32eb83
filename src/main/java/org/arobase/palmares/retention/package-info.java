/** What is known of people, for themselves to have and for time to take away (GDPR). */
package org.arobase.palmares.retention;
