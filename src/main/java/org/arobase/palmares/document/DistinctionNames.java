package org.arobase.palmares.document;

import org.arobase.palmares.document.PalmaresDocument.LabelDistinction;

/** French names of distinctions, for publications that are in French only. */
public final class DistinctionNames {
  private DistinctionNames() {}

  /** The name of a distinction, with its last year if it has one. */
  public static String french(LabelDistinction d) {
    return switch (d.kind()) {
      case SPECIAL_MENTION -> "mention spéciale « " + d.title() + " »";
      case GREEN_AT -> "arobase verte";
      case EXCELLENCE -> "Territoire d’excellence numérique (jusqu’en " + d.untilYear() + ")";
      case OUT_OF_COMPETITION -> "hors concours";
    };
  }
}
