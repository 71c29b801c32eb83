package org.arobase.platform.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The requested part of a list. */
public class PageRequest {
  @QueryParam("limit")
  @DefaultValue("100")
  @Min(1)
  @Max(500)
  int limit;

  @QueryParam("cursor")
  @Nullable String cursor;

  /** The most rows of a page, 1 to 500. */
  public int size() {
    return limit;
  }

  /**
   * The key of the last row already seen; empty for the first page.
   *
   * @throws Refusal 400 when the cursor is not one of ours
   */
  public String after() {
    if (cursor == null) {
      return "";
    }
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(CommonProblem.INVALID_PARAMETER, "cursor");
    }
  }
}
