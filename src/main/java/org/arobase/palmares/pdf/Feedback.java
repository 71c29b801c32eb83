package org.arobase.palmares.pdf;

import java.time.Instant;
import java.util.List;

/**
 * The content of a feedback letter: a candidate's own marks and comments, never the jurors' names.
 *
 * @param criteria names of the criteria, the columns of the marks
 * @param day when the results were sealed
 * @param computed the computed level where the jury decided otherwise; empty elsewhere
 * @param before its last result, in a sentence; empty at a first participation
 * @param strengths its best issues, none below their mean
 * @param weaknesses its weakest issues, all below their mean
 * @param uncovered expected issues without a marked initiative
 * @param next what the next level requires; empty at the highest level, or when the level is not
 *     the computed one
 * @param mosaic every issue with its number of initiatives
 * @param overall jurors' comments on the whole dossier
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

  /** An initiative with the mean mark on each criterion, and the jurors' comments. */
  record Marked(int number, String title, List<String> means, List<String> comments) {}

  /** Whether there is any comment. */
  public boolean commented() {
    return !overall.isEmpty() || initiatives.stream().anyMatch(i -> !i.comments().isEmpty());
  }
}
