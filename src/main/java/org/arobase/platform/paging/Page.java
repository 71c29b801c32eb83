package org.arobase.platform.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
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
      List<R> rows, PageRequest page, long total, Function<R, String> key, Function<R, T> view) {
    boolean more = rows.size() > page.size();
    List<R> shown = more ? rows.subList(0, page.size()) : rows;
    String next = more ? encode(key.apply(shown.get(shown.size() - 1))) : null;
    return new Page<>(shown.stream().map(view).toList(), total, next);
  }

  /** A page of a whole list in memory, which must be sorted by key. */
  public static <R, T> Page<T> cut(
      List<R> all, PageRequest page, Function<R, String> key, Function<R, T> view) {
    String after = page.after();
    List<R> rest =
        all.stream()
            .filter(row -> key.apply(row).compareTo(after) > 0)
            .limit(page.size() + 1L)
            .toList();
    return of(rest, page, all.size(), key, view);
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }
}
