package verifier;

/** Why something is not accepted, in words for a person. */
final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Rejected(String why) {
    super(why);
  }

  /** Goes on only where this is so. */
  static void unless(boolean so, String why) {
    if (!so) {
      throw new Rejected(why);
    }
  }
}
