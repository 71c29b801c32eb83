package org.arobase.rating;

import java.util.Map;
import java.util.TreeMap;
import org.arobase.platform.canonical.Canonical;
import org.arobase.scoring.Panel;

/**
 * A dossier with the scores that its submitted marks give without the other dossiers.
 *
 * @param marksHash commitment to what was judged and to every submitted mark; see {@link MarksHash}
 */
public record ScoredDossier(RatingInput input, String marksHash, Panel panel) {

  /** The code of its authority. */
  public String code() {
    return panel.dossier();
  }

  /**
   * SHA-256 of the sheets that count and of their versions. It changes with every write of such a
   * sheet and reveals no mark.
   */
  public String sheetsHash() {
    Map<String, Integer> versions = new TreeMap<>();
    input.sheets().stream()
        .filter(SheetRef::submitted)
        .forEach(sheet -> versions.put(sheet.juror(), sheet.version()));
    return Canonical.hash(Canonical.json(versions));
  }
}
