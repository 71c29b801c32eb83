package org.arobase.platform.http;

import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;

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
    for (String tag : header.split(",")) {
      if (tag.strip().equals("\"" + current + "\"")) {
        return;
      }
    }
    throw new Refusal(CommonProblem.PRECONDITION_FAILED);
  }
}
