package org.arobase.palmares.kept;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.arobase.platform.http.PublicAnswer;
import org.arobase.platform.paging.KeptJson;
import org.arobase.platform.tabular.Book;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the JSON of public answers: everybody gets the same, and it changes only by acts that are
 * counted. What depends on the time, as signed lists that expire, is no JSON and is not kept.
 */
class KeptPublicAnswers {
  private static final long MOST_CHARACTERS = 32_000_000;

  /** Before the headers are written, which need the hash of what is kept. */
  private static final int BEFORE_HEADERS = 6_000;

  private static final int AFTER_CHECKS = 6_000;
  private static final int OK = 200;
  private static final String KEY = KeptPublicAnswers.class.getName();

  private final PublicVersion version;
  private final ObjectMapper json;
  private final Cache<Key, Kept> memory =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .<Key, Kept>weigher((key, kept) -> key.uri().length() + kept.answer().json().length())
          .build();

  KeptPublicAnswers(PublicVersion version, ObjectMapper json) {
    this.version = version;
    this.json = json;
  }

  private record Kept(KeptJson answer, MediaType type) {}

  private record Key(
      long version, String uri, @Nullable String accept, @Nullable String languages) {}

  @ServerRequestFilter(priority = AFTER_CHECKS)
  @Nullable Response find(ContainerRequestContext request, ResourceInfo resource, UriInfo uri) {
    if (!resource.getResourceMethod().isAnnotationPresent(PublicAnswer.class)) {
      return null;
    }
    Key key =
        new Key(
            version.now(),
            uri.getRequestUri().toString(),
            request.getHeaderString(HttpHeaders.ACCEPT),
            request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    Kept kept = memory.getIfPresent(key);
    if (kept != null) {
      return Response.ok(kept.answer(), kept.type()).build();
    }
    request.setProperty(KEY, key);
    return null;
  }

  @ServerResponseFilter(priority = BEFORE_HEADERS)
  void keep(ContainerRequestContext request, ContainerResponseContext response) {
    Object entity = response.getEntity();
    if (request.getProperty(KEY) instanceof Key key
        && response.getStatus() == OK
        && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())
        && !(entity instanceof String || entity instanceof byte[] || entity instanceof Book)) {
      KeptJson kept = KeptJson.of(entity, json);
      memory.put(key, new Kept(kept, response.getMediaType()));
      response.setEntity(kept);
    }
  }
}
