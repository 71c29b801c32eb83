package org.arobase.palmares.document;

import org.arobase.palmares.document.PalmaresDocument.Label;
import org.arobase.palmares.document.PalmaresDocument.Label.At;

/** A label as an image: five @, lit up to its level, the last lit one green if so decided. */
final class Badge {
  private static final int STEP = 46;
  private static final int LEFT = 34;
  private static final String LIT = "#b3002d";
  private static final String GREEN = "#1c7c2e";
  private static final String UNLIT = "#d9d9d9";

  private Badge() {}

  /** The badge of an authority; 404 when it has no label in the document. */
  static String of(PalmaresDocument document, String code) {
    int year = document.edition().year();
    Label label = document.label(code);
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
    int x = LEFT;
    for (At at : label.ats()) {
      svg.append("<text x=\"" + x + "\" y=\"58\" font-size=\"42\" fill=\"")
          .append(colour(at))
          .append("\">@</text>\n");
      x += STEP;
    }
    svg.append(
        "<text x=\"127\" y=\"92\" font-size=\"22\" fill=\"#222222\">"
            + year
            + (label.synthetic() ? " · échantillon" : "")
            + "</text>\n</g>\n</svg>\n");
    return svg.toString();
  }

  private static String colour(At at) {
    return switch (at) {
      case LIT -> LIT;
      case GREEN -> GREEN;
      case UNLIT -> UNLIT;
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
