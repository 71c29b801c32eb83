/**
 * Plans which juror scores which dossier, within recusals, capacities and comparability. Timefold
 * Solver finds the plan; it is judged by the precision of the ratings that it allows.
 */
package org.arobase.jury.planning;
