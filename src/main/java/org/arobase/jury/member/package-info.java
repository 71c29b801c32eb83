/** The members of a jury: invitation, answer, changes, withdrawal. */
package org.arobase.jury.member;
