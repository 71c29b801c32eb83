/** The members of a jury: invitation, answer, changes. {@code rating.withdrawal} withdraws them. */
package org.arobase.jury.member;
