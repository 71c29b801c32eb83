/** The assignment problem for the solver: its facts, its constraints, its search. */
package org.arobase.jury.planning.solver;
