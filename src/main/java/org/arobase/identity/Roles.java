package org.arobase.identity;

/** The roles that a token's {@code groups} can name. */
public final class Roles {
  /** Scores the dossiers assigned to it. */
  public static final String JUROR = "juror";

  /** Presides the jury: board, decisions, finalisation. */
  public static final String PRESIDENT = "president";

  /** Decides the dossiers that the president is recused from. */
  public static final String VICE_PRESIDENT = "vice-president";

  /** The association's staff: runs the edition, sees no mark before it is finalised. */
  public static final String SECRETARIAT = "secretariat";

  /** Acts for one authority: its dossier while the edition is open. */
  public static final String APPLICANT = "applicant";

  private Roles() {}
}
