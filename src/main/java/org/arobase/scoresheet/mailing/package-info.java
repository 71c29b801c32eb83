/** Mail to the jury: invitations and reminders, each written once. */
package org.arobase.scoresheet.mailing;
