package org.arobase.jury.planning.solver;

/** An assignment there is already: a new plan moves as few of them as it can. */
public record ExistingAssignment(Reading reading, Member member) {}
