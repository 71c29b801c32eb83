package org.arobase.platform.http;

import java.util.Arrays;
import java.util.Optional;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If-Match} of a write to something that exists (RFC 9110, 13.1.1). Only strong tags
 * count; {@code *} is refused because it would accept any version.
 */
public final class IfMatch {
  private IfMatch() {}

  /**
   * Lets the write through only when the caller has seen the present version.
   *
   * @param header the header as received, or null
   * @param current the present version
   * @throws Refusal 428 without the header, 412 with another version
   */
  public static void require(String header, long current) {
    require(header, String.valueOf(current));
  }

  /**
   * Lets the write through only when the caller has seen the present version.
   *
   * @param header the header as received, or null
   * @param current the present version, without quotes
   * @throws Refusal 428 without the header, 412 with another version
   */
  public static void require(String header, String current) {
    if (header == null || header.isBlank()) {
      throw new Refusal(CommonProblem.PRECONDITION_REQUIRED);
    }
    if (!names(header, current)) {
      throw new Refusal(CommonProblem.PRECONDITION_FAILED);
    }
  }

  /**
   * Whether a list of strong tags names the present version.
   *
   * @param tags as a client sends them, with quotes
   */
  public static boolean names(String tags, long current) {
    return names(tags, String.valueOf(current));
  }

  private static boolean names(String tags, String current) {
    return Arrays.stream(tags.split(","))
        .anyMatch(tag -> tag.strip().equals("\"" + current + "\""));
  }

  /**
   * Lets a write through that makes something or replaces it: the first one without the header, a
   * later one only when the caller has seen the present version.
   *
   * @param header the header as received, or null
   * @param current the present version; empty when there is nothing yet
   * @throws Refusal 428 without the version of what is there; 412 with another one, or when there
   *     is nothing
   */
  public static void requireUnlessFirst(@Nullable String header, Optional<Integer> current) {
    if (current.isPresent()) {
      require(header, current.get());
    } else if (header != null) {
      throw new Refusal(CommonProblem.PRECONDITION_FAILED);
    }
  }
}
