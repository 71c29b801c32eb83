package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.secrets.ServerKey;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Commits to what was judged in a dossier and to its marks. A mark has few possible values: without
 * a secret, whoever sees the hash could try them all. The secret of a dossier comes from the
 * server's key; if it is shown, anybody who has the marks can check the hash.
 */
@ApplicationScoped
public class MarksHash {
  private final ServerKey key;

  MarksHash(ServerKey key) {
    this.key = key;
  }

  /**
   * SHA-256, as 64 hexadecimal digits, of the dossier's secret and the canonical JSON of the
   * dossier and its submitted marks: code, stratum, anchor, the initiatives with their issues, then
   * by juror, initiative and criterion the value or the state.
   *
   * @param year of the edition
   * @param anchor not part of the JSON when null
   */
  public String of(
      int year,
      String code,
      String stratum,
      @Nullable BigDecimal anchor,
      Grid grid,
      Map<String, Map<Cell, Mark>> marks) {
    String secret = key.mac("marks-secret", year + "/" + code);
    return Canonical.hash(secret + content(code, stratum, anchor, grid, marks));
  }

  /** The canonical JSON of the dossier and its marks, which everybody who knows them can write. */
  static String content(
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
    return Canonical.json(content);
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
