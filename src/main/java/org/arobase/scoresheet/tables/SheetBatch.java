package org.arobase.scoresheet.tables;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.dossier.Initiative;
import org.arobase.jury.assignment.Assignment;
import org.arobase.scoresheet.ScoreSheet;
import org.arobase.scoresheet.ScoreSheet.Status;
import org.arobase.scoresheet.SheetDocument;

/** The contents of several sheets, read in a fixed number of statements. */
record SheetBatch(Map<Long, ScoreSheet> sheets, Map<Long, List<Initiative>> allInitiatives) {

  static SheetBatch of(List<Assignment> assignments) {
    List<Long> ids = assignments.stream().map(a -> a.id).toList();
    List<Long> dossiers = assignments.stream().map(a -> a.dossier.id).distinct().toList();
    return new SheetBatch(
        ScoreSheet.<ScoreSheet>list("assignmentId in ?1", ids).stream()
            .collect(Collectors.toMap(s -> s.assignmentId, s -> s)),
        Initiative.<Initiative>list("dossier.id in ?1 order by number", dossiers).stream()
            .collect(Collectors.groupingBy(i -> i.dossier.id)));
  }

  boolean isSubmitted(Assignment a) {
    return sheets.containsKey(a.id) && sheets.get(a.id).status == Status.SUBMITTED;
  }

  SheetDocument document(Assignment a) {
    return sheets.containsKey(a.id) ? sheets.get(a.id).document() : SheetDocument.EMPTY;
  }

  int version(Assignment a) {
    return sheets.containsKey(a.id) ? sheets.get(a.id).version : 0;
  }

  List<Initiative> initiatives(Assignment a) {
    return allInitiatives.getOrDefault(a.dossier.id, List.of());
  }
}
