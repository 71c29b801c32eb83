package org.arobase.palmares.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The characters that fonts can draw. A character without a glyph, or one that draws nothing, would
 * make a file unfit for archives: the first becomes a replacement character, the second is removed.
 */
final class Glyphs {
  private static final int LAST = 0x1FFFF;
  private static final int REPLACEMENT = 0xFFFD;
  private static final Map<String, Glyphs> KNOWN = new ConcurrentHashMap<>();

  private final BitSet drawable;

  private Glyphs(BitSet drawable) {
    this.drawable = drawable;
  }

  /** The characters that both fonts can draw. */
  static Glyphs of(String one, String other) {
    return KNOWN.computeIfAbsent(
        one + other,
        key -> {
          BitSet both = of(one);
          both.and(of(other));
          return new Glyphs(both);
        });
  }

  private static BitSet of(String font) {
    try (TrueTypeFont read =
        new TTFParser().parse(new RandomAccessReadBuffer(PdfRenderer.font(font)))) {
      CmapLookup lookup = read.getUnicodeCmapLookup();
      BitSet drawable = new BitSet(LAST);
      for (int c = ' '; c <= LAST; c++) {
        drawable.set(c, lookup.getGlyphId(c) != 0);
      }
      return drawable;
    } catch (IOException e) {
      throw new UncheckedIOException(font + " cannot be read", e);
    }
  }

  /** The text in composed form (NFC), with only characters that can be drawn. */
  String drawable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> append(c, out));
    return out.toString();
  }

  private void append(int c, StringBuilder out) {
    int type = Character.getType(c);
    if (c == '\n' || c == '\t' || c == '\r') {
      out.append(c == '\n' ? '\n' : ' ');
    } else if (type != Character.FORMAT && type != Character.CONTROL) {
      boolean shown =
          drawable.get(c) && type != Character.PRIVATE_USE && type != Character.SURROGATE;
      out.appendCodePoint(shown ? c : REPLACEMENT);
    }
  }
}
