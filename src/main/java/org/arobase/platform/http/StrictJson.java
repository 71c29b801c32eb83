package org.arobase.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.BigDecimalDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.arobase.platform.language.Typed;
import org.arobase.platform.language.UnprintableText;

/** Reads JSON exactly as the contract defines it: nothing is guessed, rounded or filled in. */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

  /** The contract's deepest document has ten levels. */
  private static final int DEPTH = 32;

  /**
   * Runs after Quarkus has registered its modules, because ours replaces their reading of times.
   */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper json) {
    json.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    json.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    json.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxNameLength(200).build());
    json.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    json.coercionConfigDefaults()
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
    json.registerModule(
        new SimpleModule("bounded")
            .addDeserializer(String.class, new PrintableText())
            .addDeserializer(BigDecimal.class, new BoundedDecimal())
            .addDeserializer(Instant.class, new BoundedInstant()));
  }

  /**
   * Refuses control characters in every text of every body: mail, tables and databases take them
   * for something else than text.
   */
  private static final class PrintableText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    PrintableText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = StringDeserializer.instance.deserialize(parser, context);
      if (text != null && !Typed.isPrintable(text)) {
        throw new UnprintableText(parser, text);
      }
      return text;
    }
  }

  /** Accepts only times that the database can store; it would change or drop others. */
  private static final class BoundedInstant extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    BoundedInstant() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING) || parser.getText().indexOf('T') < 0) {
        return (Instant)
            context.handleWeirdStringValue(Instant.class, parser.getText(), "no time of RFC 3339");
      }
      Instant value = InstantDeserializer.INSTANT.deserialize(parser, context);
      if (value != null && (value.isBefore(EARLIEST) || value.isAfter(LATEST))) {
        return (Instant)
            context.handleWeirdStringValue(Instant.class, value.toString(), "out of range");
      }
      return value;
    }
  }

  /** Limits the digits of decimals: 1e999999999 is eleven bytes, but a gigabyte of digits. */
  private static final class BoundedDecimal extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;
    private static final int DIGITS = 30;

    BoundedDecimal() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      BigDecimal value = BigDecimalDeserializer.instance.deserialize(parser, context);
      if (value != null && (Math.abs(value.scale()) > DIGITS || value.precision() > DIGITS)) {
        return (BigDecimal)
            context.handleWeirdNumberValue(BigDecimal.class, value, "too many digits");
      }
      return value;
    }
  }
}
