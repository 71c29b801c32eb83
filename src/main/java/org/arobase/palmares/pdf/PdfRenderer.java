package org.arobase.palmares.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.arobase.platform.canonical.Canonical;

/**
 * Renders XHTML as a PDF that can be archived (PDF/A-2a, ISO 19005-2) and read aloud (PDF/UA-1, ISO
 * 14289). The same text and time give the same bytes. Nothing is fetched: a page contains
 * everything it needs.
 */
final class PdfRenderer {
  private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
  private static final String REGULAR = FONTS + "DejaVuSans.ttf";
  private static final String BOLD = FONTS + "DejaVuSans-Bold.ttf";
  private static final String FAMILY = "Corps";
  private static final int NORMAL = 400;
  private static final int HEAVY = 700;

  static {
    PdfLog.install();
  }

  private PdfRenderer() {}

  /**
   * Renders a page of XHTML.
   *
   * @param at the creation time to write into the file
   */
  static byte[] of(String xhtml, Instant at) {
    String drawable = Glyphs.of(REGULAR, BOLD).drawable(xhtml);
    try (PdfBoxRenderer renderer = builder(drawable).buildPdfRenderer();
        PDDocument document = renderer.createPDFKeepOpen();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      fix(document, at.truncatedTo(ChronoUnit.SECONDS), drawable);
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A page could not be rendered", e);
    }
  }

  private static PdfRendererBuilder builder(String xhtml) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.useFont(() -> font(REGULAR), FAMILY, NORMAL, FontStyle.NORMAL, true);
    builder.useFont(() -> font(BOLD), FAMILY, HEAVY, FontStyle.NORMAL, true);
    builder.withProducer("Arobase");
    for (ExternalResourceControlPriority priority : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:"), priority);
    }
    builder.withHtmlContent(xhtml, null);
    return builder;
  }

  static InputStream font(String path) {
    return Objects.requireNonNull(PdfRenderer.class.getResourceAsStream(path), path);
  }

  /** Fixes the time and the id, which would otherwise differ between runs. */
  private static void fix(PDDocument document, Instant at, String seed) throws IOException {
    GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    calendar.setTimeInMillis(at.toEpochMilli());
    document.getDocumentInformation().setCreationDate(calendar);
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String said = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    String fixed = said.replaceAll("<xmp:CreateDate>[^<]*<", "<xmp:CreateDate>" + at + "<");
    metadata.importXMPMetadata(fixed.getBytes(StandardCharsets.UTF_8));
    byte[] hash = Canonical.sha256().digest(seed.getBytes(StandardCharsets.UTF_8));
    document.setDocumentId(ByteBuffer.wrap(hash).getLong());
  }
}
