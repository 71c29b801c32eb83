package org.arobase.platform.paging;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Keeps the JSON of answers, so that each is written once, however many callers ask for it.
 *
 * @param <K> everything that an answer depends on, what the caller may know included
 */
public final class KeptAnswers<K> {
  /** In characters. */
  private static final long CAPACITY = 32_000_000;

  private final ObjectMapper json;
  private final Cache<K, KeptBody> memory =
      Caffeine.newBuilder()
          .maximumWeight(CAPACITY)
          .<K, KeptBody>weigher((key, kept) -> kept.size())
          .build();

  public KeptAnswers(ObjectMapper json) {
    this.json = json;
  }

  /**
   * The kept answer for this key.
   *
   * @param answer makes the answer when it is not kept yet
   */
  @SuppressWarnings("unchecked")
  public <T> RestResponse<T> of(K key, Supplier<T> answer) {
    KeptBody kept = memory.get(key, k -> KeptBody.of(answer.get(), json));
    // the declared type is for the contract: the body is its JSON
    return (RestResponse<T>) (RestResponse<?>) RestResponse.ok(kept);
  }
}
