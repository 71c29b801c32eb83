package verifier;

/** The reason why something is rejected, in words for a person. */
final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Rejected(String why) {
    super(why);
  }

  /** Rejects unless the condition holds. */
  static void unless(boolean so, String why) {
    if (!so) {
      throw new Rejected(why);
    }
  }
}
