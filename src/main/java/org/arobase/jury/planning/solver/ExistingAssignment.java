package org.arobase.jury.planning.solver;

/** A present assignment; a new plan moves as few of them as it can. */
public record ExistingAssignment(Reading reading, Member member) {}
