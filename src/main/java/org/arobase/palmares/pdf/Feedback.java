package org.arobase.palmares.pdf;

import java.time.Instant;
import java.util.List;

/**
 * What a candidate is told: its own marks and comments, never who gave them.
 *
 * @param criteria names of the criteria, the columns of the marks
 * @param day when the results were sealed
 * @param computed what the marks give, where the jury has decided otherwise; empty elsewhere
 * @param before what it got last time, in a sentence; empty of who takes part for the first time
 * @param strengths its best issues, none below their mean
 * @param weaknesses its weakest, all below their mean
 * @param uncovered what is expected and has no initiative with marks
 * @param next what the next level would have asked; empty where it has the highest, or another
 *     level than the marks give
 * @param mosaic every issue with how many initiatives it has
 * @param overall what jurors said of the dossier as a whole
 */
record Feedback(
    String edition,
    int year,
    String name,
    String day,
    String level,
    String computed,
    String before,
    List<String> beside,
    String score,
    int jurors,
    List<String> strengths,
    List<String> weaknesses,
    List<String> uncovered,
    List<String> next,
    List<Issue> mosaic,
    List<String> criteria,
    List<Marked> initiatives,
    List<String> overall,
    Instant sealedAt,
    String hash,
    boolean synthetic) {

  /** An issue of the mosaic. */
  record Issue(String category, String name, String initiatives, String score) {}

  /** An initiative with the mean mark of each criterion, and what jurors wrote. */
  record Marked(int number, String title, List<String> means, List<String> comments) {}

  /** Whether anybody wrote anything. */
  public boolean commented() {
    return !overall.isEmpty() || initiatives.stream().anyMatch(i -> !i.comments().isEmpty());
  }
}
