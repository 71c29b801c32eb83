package org.arobase.jury.planning;

/** An assignment there is already: a new plan moves as few of them as it can. */
record Prior(Reading reading, Member member) {}
