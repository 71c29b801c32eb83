package org.arobase.platform.canonical;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes a decimal without exponent and trailing zeros, so that 0.50 and 0.5 have one text. */
final class PlainDecimals extends StdSerializer<BigDecimal> {
  private static final long serialVersionUID = 1L;

  private PlainDecimals() {
    super(BigDecimal.class);
  }

  static Module module() {
    return new SimpleModule().addSerializer(BigDecimal.class, new PlainDecimals());
  }

  @Override
  public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeNumber(Canonical.plain(value));
  }
}
