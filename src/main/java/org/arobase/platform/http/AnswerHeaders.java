package org.arobase.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.paging.KeptBody;
import org.arobase.platform.paging.Page;
import org.arobase.platform.tabular.Book;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Writes {@code ETag}, {@code Location}, {@code Link} and the cache headers of an answer. */
public class AnswerHeaders {
  /** The statuses whose answers can have a {@code Location}. */
  public static final Set<Integer> LOCATED = Set.of(201, 202);

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  /** Caches may reuse a public answer for a minute. */
  private static final String PUBLIC = "public, max-age=60";

  /** The caller may keep the answer, and asks each time whether it is still the right one. */
  private static final String PRIVATE = "private, no-cache";

  private final AnswerAddresses addresses;

  AnswerHeaders(AnswerAddresses addresses) {
    this.addresses = addresses;
  }

  @ServerResponseFilter
  void write(
      ContainerRequestContext request,
      ContainerResponseContext response,
      UriInfo uriInfo,
      SimpleResourceInfo resource) {
    Object entity = response.getEntity();
    String etag = etag(entity);
    if (etag != null) {
      response.getHeaders().putSingle(HttpHeaders.ETAG, etag);
    }
    if (LOCATED.contains(response.getStatus())) {
      locate(entity instanceof HasLocation at ? at.location() : null, response, uriInfo);
    }
    if (entity instanceof Page<?> page) {
      link(page.nextCursor(), response, uriInfo);
    }
    if (entity instanceof KeptBody kept) {
      link(kept.nextCursor(), response, uriInfo);
      // texts and bytes are sent as they are
      response.setEntity(kept.content());
    }
    if (response.getStatus() == OK && isPublic(resource)) {
      publish(request, response, entity);
      return;
    }
    if (entity instanceof KeptBody kept) {
      answerNotModified(request, response, kept.tag());
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, PRIVATE);
    } else {
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    response
        .getHeaders()
        .putSingle(HttpHeaders.VARY, "Accept, Accept-Encoding, Accept-Language, Authorization");
  }

  private static boolean isPublic(@Nullable SimpleResourceInfo resource) {
    if (resource == null || resource.getResourceClass() == null) {
      return false;
    }
    return Arrays.stream(resource.getResourceClass().getMethods())
        .filter(m -> m.getName().equals(resource.getMethodName()))
        .anyMatch(m -> m.isAnnotationPresent(PublicAnswer.class));
  }

  /** Uses the hash of the content as {@code ETag}; answers 304 when the caller already has it. */
  private static void publish(
      ContainerRequestContext request, ContainerResponseContext response, Object entity) {
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, PUBLIC);
    response.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Accept-Encoding, Accept-Language");
    answerNotModified(
        request,
        response,
        entity instanceof KeptBody kept
            ? kept.tag()
            : Canonical.hash(response.getMediaType() + content(entity)));
  }

  private void link(@Nullable String cursor, ContainerResponseContext response, UriInfo uriInfo) {
    if (cursor != null) {
      var next = uriInfo.getRequestUriBuilder().replaceQueryParam("cursor", cursor);
      response
          .getHeaders()
          .putSingle(HttpHeaders.LINK, "<" + addresses.of(next.build()) + ">; rel=\"next\"");
    }
  }

  private static void answerNotModified(
      ContainerRequestContext request, ContainerResponseContext response, String tag) {
    String etag = "\"" + tag + "\"";
    response.getHeaders().putSingle(HttpHeaders.ETAG, etag);
    String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    if (known != null && Arrays.stream(known.split(",")).anyMatch(given -> names(given, etag))) {
      response.setStatus(NOT_MODIFIED);
      response.setEntity(null);
    }
  }

  /** Weak comparison (RFC 9110, 13.1.2), since a proxy that compresses weakens tags. */
  private static boolean names(String given, String etag) {
    String tag = given.strip();
    return tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag);
  }

  private static String content(Object entity) {
    if (entity instanceof byte[] bytes) {
      return Canonical.hash(bytes);
    }
    if (entity instanceof Book book) {
      MessageDigest digest = Canonical.sha256();
      book.tables()
          .forEach(
              table ->
                  table
                      .rows()
                      .each(row -> digest.update(row.toString().getBytes(StandardCharsets.UTF_8))));
      return HexFormat.of().formatHex(digest.digest());
    }
    return Canonical.hash(Canonical.json(entity));
  }

  /** The {@code ETag} of an answer, with its quotes; null when it has none. */
  public static @Nullable String etag(@Nullable Object answer) {
    return answer instanceof HasETag tagged ? "\"" + tagged.tag() + "\"" : null;
  }

  private void locate(@Nullable String place, ContainerResponseContext response, UriInfo uriInfo) {
    if (place != null) {
      String uri = addresses.of(uriInfo.getBaseUriBuilder().path(place).build());
      response.getHeaders().putSingle(HttpHeaders.LOCATION, uri);
    }
  }
}
