/**
 * Who should score which dossier: a plan that recusals, capacities and comparability allow, found
 * by Timefold Solver and judged by what it lets the ratings know.
 */
package org.arobase.jury.planning;
