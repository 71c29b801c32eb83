package org.arobase.dossier.tables;

import java.math.BigInteger;
import java.util.List;
import org.arobase.dossier.DossierApi.Content;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.tabular.Cells;
import org.arobase.platform.tabular.importing.Line;
import org.jspecify.annotations.Nullable;

/**
 * What is in an initiative, 64 bits for each column, so that a long file is compared with all
 * initiatives without keeping their texts in memory.
 *
 * @param ofColumns in the order of {@link InitiativeCells#COLUMNS}
 */
record InitiativeDigest(List<Long> ofColumns) {
  private static final int HEX_DIGITS = 16;

  static InitiativeDigest of(Content content) {
    return new InitiativeDigest(
        InitiativeCells.cells(content).stream().map(InitiativeDigest::digest).toList());
  }

  private static long digest(@Nullable Object cell) {
    String hash = Canonical.hash(cell == null ? "" : Cells.text(cell));
    return new BigInteger(hash.substring(0, HEX_DIGITS), 16).longValue();
  }

  /** Whether an initiative is as this line says, in the columns that the line has. */
  boolean agrees(Line line, InitiativeDigest there) {
    List<String> columns = InitiativeCells.COLUMNS.all();
    for (int i = 0; i < columns.size(); i++) {
      if (line.has(columns.get(i)) && !ofColumns.get(i).equals(there.ofColumns.get(i))) {
        return false;
      }
    }
    return true;
  }
}
