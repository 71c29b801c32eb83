package org.arobase.palmares.document;

import org.arobase.palmares.document.PalmaresDocument.Label;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;

/** A label as an image: five @, of which so many are lit, one of them perhaps green. */
final class Badge {
  private static final int MOST = 5;
  private static final int STEP = 46;
  private static final int LEFT = 34;
  private static final String LIT = "#b3002d";
  private static final String GREEN = "#1c7c2e";
  private static final String UNLIT = "#d9d9d9";

  private Badge() {}

  /** The badge of an authority, or 404. */
  static String of(PalmaresDocument document, String code) {
    int year = document.edition().year();
    Label label =
        document.labels().stream()
            .filter(l -> l.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new Refusal(Problem.LABEL_NOT_FOUND, code, String.valueOf(year)));
    String title = escaped(label.name() + " : " + label.level() + " @, " + year);
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 254 110" role="img" aria-label="%1$s">
        <title>%1$s</title>
        <rect width="254" height="110" rx="10" fill="#ffffff" stroke="#b3002d" stroke-width="2"/>
        <g font-family="sans-serif" font-weight="bold" text-anchor="middle">
        """
            .formatted(title));
    for (int i = 0; i < MOST; i++) {
      svg.append(
          "<text x=\"%d\" y=\"58\" font-size=\"42\" fill=\"%s\">@</text>\n"
              .formatted(LEFT + STEP * i, colour(label, i)));
    }
    svg.append(
        "<text x=\"127\" y=\"92\" font-size=\"22\" fill=\"#222222\">%d%s</text>\n</g>\n</svg>\n"
            .formatted(year, label.synthetic() ? " · échantillon" : ""));
    return svg.toString();
  }

  /** The green one is the last that is lit: it is none more. */
  private static String colour(Label label, int place) {
    if (place >= label.level()) {
      return UNLIT;
    }
    return label.green() && place == label.level() - 1 ? GREEN : LIT;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
