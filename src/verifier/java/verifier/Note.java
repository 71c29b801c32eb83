package verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A signed note (C2SP signed-note): a text and, after an empty line, lines with signatures.
 *
 * @param text with the line end of its last line
 */
record Note(String text, List<Note.Line> lines) {
  private static final int ID_BYTES = 4;

  /** A line with a signature. */
  record Line(String name, byte[] id, byte[] signature) {}

  /**
   * Reads a note.
   *
   * @throws Rejected when it is not one
   */
  static Note of(String note) {
    String whole = note.endsWith("\n") ? note : note + "\n";
    int end = whole.lastIndexOf("\n\n");
    Rejected.unless(end > 0, "Not a signed note: it has no empty line before the signatures");
    List<Line> lines = new ArrayList<>();
    for (String line : whole.substring(end + 2).split("\n")) {
      String[] parts = line.split(" ");
      Rejected.unless(parts.length == 3 && parts[0].equals("\u2014"), "Not a signature: " + line);
      byte[] signed = NoteKey.decoded(parts[2]);
      Rejected.unless(signed.length > ID_BYTES, "Not a signature: " + line);
      lines.add(
          new Line(
              parts[1],
              Arrays.copyOf(signed, ID_BYTES),
              Arrays.copyOfRange(signed, ID_BYTES, signed.length)));
    }
    return new Note(whole.substring(0, end + 1), lines);
  }
}
