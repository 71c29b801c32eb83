package org.arobase.platform.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads parameters that are true or false; anything else is refused, never taken for false. */
@Provider
public class StrictBooleans implements ParamConverterProvider {
  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> raw, Type type, Annotation[] annotations) {
    return raw == boolean.class || raw == Boolean.class
        ? (ParamConverter<T>) new Converter()
        : null;
  }

  private static final class Converter implements ParamConverter<Boolean> {
    @Override
    public Boolean fromString(String value) {
      return switch (value) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException(value);
      };
    }

    @Override
    public String toString(Boolean value) {
      return value.toString();
    }
  }
}
