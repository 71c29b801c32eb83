package org.arobase.identity;

/** The roles that a token's {@code groups} can name. */
public final class Roles {
  /** Scores the dossiers assigned to them. */
  public static final String JUROR = "juror";

  /** Presides over the jury: board, decisions, finalisation. */
  public static final String PRESIDENT = "president";

  /** Decides the dossiers that the president is recused from. */
  public static final String VICE_PRESIDENT = "vice-president";

  /** The association's staff: run the edition, see no marks before it is finalised. */
  public static final String SECRETARIAT = "secretariat";

  /** Acts for one authority and edits its dossier while the edition is open. */
  public static final String APPLICANT = "applicant";

  private Roles() {}
}
