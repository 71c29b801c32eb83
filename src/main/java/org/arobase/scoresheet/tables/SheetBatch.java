package org.arobase.scoresheet.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.dossier.Initiative;
import org.arobase.jury.assignment.Assignment;
import org.arobase.scoresheet.ScoreSheet;
import org.arobase.scoresheet.ScoreSheet.Status;
import org.arobase.scoresheet.SheetComment;
import org.arobase.scoresheet.SheetMark;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;

/** The contents of several sheets, read in a fixed number of statements. */
record SheetBatch(
    Map<Long, ScoreSheet> sheets,
    Map<Long, Map<Cell, Mark>> allMarks,
    Map<Long, Map<Integer, String>> allComments,
    Map<Long, List<Initiative>> allInitiatives) {

  static SheetBatch of(List<Assignment> assignments) {
    List<Long> ids = assignments.stream().map(a -> a.id).toList();
    Map<Long, Map<Cell, Mark>> marks = new HashMap<>();
    SheetMark.<SheetMark>list("sheetId in ?1", ids)
        .forEach(
            m -> marks.computeIfAbsent(m.sheetId, id -> new HashMap<>()).put(m.cell(), m.mark()));
    Map<Long, Map<Integer, String>> comments = new HashMap<>();
    SheetComment.<SheetComment>list("sheetId in ?1", ids)
        .forEach(
            c ->
                comments
                    .computeIfAbsent(c.sheetId, id -> new HashMap<>())
                    .put(c.initiative, c.body));
    return new SheetBatch(
        ScoreSheet.<ScoreSheet>list("assignmentId in ?1", ids).stream()
            .collect(Collectors.toMap(s -> s.assignmentId, s -> s)),
        marks,
        comments,
        Initiative.<Initiative>list(
                "dossier.id in ?1 order by number",
                assignments.stream().map(a -> a.dossier.id).distinct().toList())
            .stream()
            .collect(Collectors.groupingBy(i -> i.dossier.id)));
  }

  boolean isSubmitted(Assignment a) {
    return sheets.containsKey(a.id) && sheets.get(a.id).status == Status.SUBMITTED;
  }

  Map<Cell, Mark> marks(Assignment a) {
    return allMarks.getOrDefault(a.id, Map.of());
  }

  Map<Integer, String> comments(Assignment a) {
    return allComments.getOrDefault(a.id, Map.of());
  }

  String overall(Assignment a) {
    return sheets.containsKey(a.id) ? sheets.get(a.id).overallComment : "";
  }

  List<Initiative> initiatives(Assignment a) {
    return allInitiatives.getOrDefault(a.dossier.id, List.of());
  }
}
