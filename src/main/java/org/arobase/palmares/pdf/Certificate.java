package org.arobase.palmares.pdf;

import java.util.List;
import java.util.Locale;
import org.arobase.palmares.document.DistinctionNames;
import org.arobase.palmares.document.PalmaresDocument;
import org.arobase.palmares.document.PalmaresDocument.Label;

/**
 * The content of a certificate.
 *
 * @param ats its five @: {@code lit}, {@code green} or {@code unlit}
 */
record Certificate(
    String issuer,
    int year,
    String edition,
    String name,
    int level,
    List<String> ats,
    List<String> beside,
    String published,
    int version,
    String documentHash,
    String address,
    boolean synthetic) {
  private static final int MOST = 5;

  /**
   * A certificate.
   *
   * @param address address of the signed label
   */
  static Certificate of(
      PalmaresDocument document, Label label, String documentHash, String address) {
    return new Certificate(
        document.issuer().name(),
        document.edition().year(),
        document.edition().name(),
        label.name(),
        label.level(),
        label.ats().stream().map(at -> at.name().toLowerCase(Locale.ROOT)).toList(),
        label.distinctions().stream().map(DistinctionNames::french).toList(),
        French.day(document.publishedAt()),
        document.version(),
        documentHash,
        address,
        label.synthetic());
  }
}
