package org.arobase.palmares.kept;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Locale;
import org.arobase.platform.http.AnswerAddresses;
import org.arobase.platform.http.PublicAnswer;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.paging.KeptBody;
import org.arobase.platform.tabular.Book;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps public answers: everybody gets the same, and it changes only by acts that are counted.
 * Neither tables are kept, which are written row by row, nor what changes with time.
 */
class KeptPublicAnswers {
  /** In characters or bytes. */
  private static final long CAPACITY = 32_000_000;

  /** Before the headers are written, which need the hash of what is kept. */
  private static final int BEFORE_HEADERS = 6_000;

  private static final int AFTER_CHECKS = 6_000;
  private static final int OK = 200;
  private static final String KEY = KeptPublicAnswers.class.getName();

  private final PublicVersion version;
  private final PublicRecord record;
  private final AnswerAddresses addresses;
  private final CallerLanguage language;
  private final CurrentVertxRequest current;
  private final ObjectMapper json;
  private final Cache<Key, Kept> memory =
      Caffeine.newBuilder()
          .maximumWeight(CAPACITY)
          .<Key, Kept>weigher((key, kept) -> key.address().length() + kept.answer().size())
          .build();

  KeptPublicAnswers(
      PublicVersion version,
      PublicRecord record,
      AnswerAddresses addresses,
      CallerLanguage language,
      CurrentVertxRequest current,
      ObjectMapper json) {
    this.version = version;
    this.record = record;
    this.addresses = addresses;
    this.language = language;
    this.current = current;
    this.json = json;
  }

  private record Kept(KeptBody answer, MediaType type, @Nullable Object disposition) {
    Response response() {
      return Response.ok(answer, type).header(HttpHeaders.CONTENT_DISPOSITION, disposition).build();
    }
  }

  /**
   * Nothing that a caller can vary freely, or they could have everything made again at each
   * request.
   *
   * @param method gives one type of answer, whatever the caller accepts
   * @param address path and query
   */
  private record Key(long version, Method method, String address, Locale language) {}

  @ServerRequestFilter(priority = AFTER_CHECKS)
  @Nullable Response find(ContainerRequestContext request, ResourceInfo resource, UriInfo uri) {
    PublicAnswer mark = resource.getResourceMethod().getAnnotation(PublicAnswer.class);
    if (mark == null) {
      return null;
    }
    if (mark.changesWithTime()) {
      record.requireIntact(year(uri), mark.madeOf());
      return null;
    }
    Key key =
        new Key(
            version.now(),
            resource.getResourceMethod(),
            addresses.of(uri.getRequestUri()),
            language.locale());
    Kept kept = memory.getIfPresent(key);
    if (kept != null) {
      if (kept.answer().content() instanceof String) {
        // without this, an answer that no method gives is never compressed
        current.getCurrent().response().headers().remove(HttpHeaders.CONTENT_ENCODING);
      }
      return kept.response();
    }
    record.requireIntact(year(uri), mark.madeOf());
    request.setProperty(KEY, key);
    return null;
  }

  /** The edition in the address; null when there is none, or no number. */
  private static @Nullable Integer year(UriInfo uri) {
    String year = uri.getPathParameters().getFirst("year");
    return year == null || !year.matches("[0-9]{1,4}") ? null : Integer.valueOf(year);
  }

  @ServerResponseFilter(priority = BEFORE_HEADERS)
  void keep(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(KEY) instanceof Key key) || response.getStatus() != OK) {
      return;
    }
    KeptBody body = body(response.getEntity(), response.getMediaType());
    if (body != null) {
      Object disposition = response.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION);
      memory.put(key, new Kept(body, response.getMediaType(), disposition));
      response.setEntity(body);
    }
  }

  private @Nullable KeptBody body(Object entity, MediaType type) {
    if (entity instanceof byte[] bytes) {
      return KeptBody.of(bytes);
    }
    if (entity instanceof String text) {
      return KeptBody.of(text);
    }
    return entity instanceof Book || !MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
        ? null
        : KeptBody.of(entity, json);
  }
}
