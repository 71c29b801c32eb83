package org.arobase.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items the part, in the list's order
 * @param total the size of the whole list
 * @param nextCursor where the next part begins; absent on the last part
 */
public record Page<T>(
    @Schema(description = "This part of the list, in its order.") List<T> items,
    @Schema(description = "Size of the whole list.", examples = "12") long total,
    @Schema(description = "Pass it as `cursor` to get the next part; absent on the last.")
        @Nullable String nextCursor) {

  /**
   * A page of the rows that follow the cursor.
   *
   * @param rows at most one more than the limit; the extra row only shows that there is a next page
   */
  public static <R, T> Page<T> of(
      List<R> rows, Limit limit, long total, Function<R, String> key, Function<R, T> view) {
    boolean more = rows.size() > limit.size();
    List<R> shown = more ? rows.subList(0, limit.size()) : rows;
    String next = more ? encode(key.apply(shown.get(shown.size() - 1))) : null;
    return new Page<>(shown.stream().map(view).toList(), total, next);
  }

  /** A page of a whole list in memory, which must be sorted by key. */
  public static <R, T> Page<T> cut(
      List<R> all, Limit limit, Function<R, String> key, Function<R, T> view) {
    List<R> rest =
        all.stream()
            .filter(row -> key.apply(row).compareTo(limit.after()) > 0)
            .limit(limit.size() + 1L)
            .toList();
    return of(rest, limit, all.size(), key, view);
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The requested part of a list.
   *
   * @param size the most rows of a page, 1 to 500
   * @param after the key of the last row already seen; empty for the first page
   */
  public record Limit(int size, String after) {
    public static final String DEFAULT = "100";
    private static final int MOST = 500;

    /**
     * Reads the two query parameters.
     *
     * @throws Refusal 400 when one of them is invalid
     */
    public static Limit of(String limit, @Nullable String cursor) {
      return new Limit(size(limit), cursor == null ? "" : decode(cursor));
    }

    private static int size(String limit) {
      try {
        int size = Integer.parseInt(limit);
        if (size >= 1 && size <= MOST) {
          return size;
        }
      } catch (NumberFormatException e) {
        // refused below, like a number out of range
      }
      throw new Refusal(CommonProblem.INVALID_PARAMETER, "limit");
    }

    private static String decode(String cursor) {
      try {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw new Refusal(CommonProblem.INVALID_PARAMETER, "cursor");
      }
    }
  }
}
