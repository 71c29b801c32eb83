package org.arobase.rating;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.arobase.platform.canonical.Canonical;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.jspecify.annotations.Nullable;

/** The hash of what was judged in a dossier and of its marks: 64 hexadecimal digits. */
public final class MarksHash {
  private MarksHash() {}

  /**
   * SHA-256 of the canonical JSON of a dossier and its submitted marks: code, stratum, anchor, the
   * initiatives with their issues, then by juror, initiative and criterion the value or the state.
   *
   * @param anchor not part of the JSON when null
   */
  public static String of(
      String code,
      String stratum,
      @Nullable BigDecimal anchor,
      Grid grid,
      Map<String, Map<Cell, Mark>> marks) {
    Map<String, Object> content = new TreeMap<>();
    Map<Integer, Object> initiatives = new TreeMap<>();
    grid.initiatives()
        .forEach(i -> initiatives.put(i.number(), i.issues().stream().sorted().toList()));
    content.put("dossier", code);
    content.put("stratum", stratum);
    if (anchor != null) {
      content.put("anchor", anchor);
    }
    content.put("initiatives", initiatives);
    Map<String, Object> sheets = new TreeMap<>();
    marks.forEach((juror, sheet) -> sheets.put(juror, ordered(sheet)));
    content.put("marks", sheets);
    return Canonical.hash(Canonical.json(content));
  }

  private static Map<Integer, Map<String, Object>> ordered(Map<Cell, Mark> sheet) {
    Map<Integer, Map<String, Object>> ordered = new TreeMap<>();
    sheet.forEach(
        (cell, mark) ->
            ordered
                .computeIfAbsent(cell.initiative(), i -> new TreeMap<>())
                .put(cell.criterion(), mark.value() == null ? mark.state().name() : mark.value()));
    return ordered;
  }
}
