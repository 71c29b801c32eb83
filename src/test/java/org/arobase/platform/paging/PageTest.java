package org.arobase.platform.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

/** Pages of lists in memory. */
class PageTest {
  private static PageRequest request(String cursor) {
    PageRequest request = new PageRequest();
    request.limit = 2;
    request.cursor = cursor;
    return request;
  }

  private static Page<String> cut(List<String> all, String cursor) {
    return Page.cut(all, request(cursor), row -> row, row -> row);
  }

  @Test
  void aCursorContinuesWhereThePageEnded() {
    List<String> all = List.of("a", "b", "c");
    Page<String> first = cut(all, null);
    assertEquals(List.of("a", "b"), first.items());
    assertEquals(List.of("c"), cut(all, first.nextCursor()).items());
  }

  @Test
  void anUnusableCursorIsRefusedEvenWhereTheListIsEmpty() {
    for (List<String> all : List.of(List.<String>of(), List.of("a"))) {
      Refusal refusal = assertThrows(Refusal.class, () -> cut(all, "%"));
      assertEquals(CommonProblem.INVALID_PARAMETER, refusal.problem());
    }
  }
}
