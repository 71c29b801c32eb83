package verifier;

/**
 * The head of a log (C2SP tlog-checkpoint).
 *
 * @param origin the name of the log
 * @param size the number of its entries
 * @param root the root of the Merkle tree over them
 */
record Checkpoint(String origin, long size, byte[] root) {
  private static final int HASH_BYTES = 32;

  /**
   * Reads the text of a note.
   *
   * @throws Rejected when it is not a checkpoint
   */
  static Checkpoint of(String text) {
    String[] lines = text.split("\n");
    Rejected.unless(lines.length >= 3, "Not a checkpoint: it has less than three lines");
    byte[] root = NoteKey.decoded(lines[2]);
    Rejected.unless(root.length == HASH_BYTES, "Not a checkpoint: its root is no SHA-256");
    return new Checkpoint(lines[0], size(lines[1]), root);
  }

  /**
   * Reads a size.
   *
   * @throws Rejected when it is not a number from 0
   */
  static long size(String text) {
    Rejected.unless(text.matches("0|[1-9][0-9]{0,17}"), "Not a size: " + text);
    return Long.parseLong(text);
  }
}
