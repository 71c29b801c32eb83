package org.arobase.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks PDF files against PDF/A-2a and PDF/UA-1 with veraPDF, and reads them. */
public final class Archivable {
  private static final List<PDFAFlavour> FLAVOURS =
      List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Archivable() {}

  /** The violations of either standard; empty for a good file. */
  public static List<String> violations(byte[] pdf) {
    List<String> violations = new ArrayList<>();
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf));
        PDFAValidator validator = Foundries.defaultInstance().createValidator(FLAVOURS)) {
      for (ValidationResult result : validator.validateAll(parser)) {
        if (!result.isCompliant()) {
          violations.add(result.getPDFAFlavour() + " " + result.getTestAssertions());
        }
      }
      return violations;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The text of all pages. */
  public static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The number of pages. */
  public static int pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The language that the document declares. */
  public static String language(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getDocumentCatalog().getLanguage();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
