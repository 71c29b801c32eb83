package org.arobase.platform.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Writes {@code ETag}, {@code Location} and {@code Link} from what an answer says of itself. */
public class AnswerHeaders {
  /** Statuses that name where what was made or begun is. */
  public static final Set<Integer> LOCATED = Set.of(201, 202);

  @ServerResponseFilter
  void write(ContainerResponseContext response, UriInfo uriInfo) {
    Object entity = response.getEntity();
    String etag = etag(entity);
    if (etag != null) {
      response.getHeaders().putSingle(HttpHeaders.ETAG, etag);
    }
    if (LOCATED.contains(response.getStatus())) {
      locate(entity instanceof Located at ? at.location() : null, response, uriInfo);
    }
    if (entity instanceof Page<?> page && page.nextCursor() != null) {
      var next = uriInfo.getRequestUriBuilder().replaceQueryParam("cursor", page.nextCursor());
      response.getHeaders().putSingle(HttpHeaders.LINK, "<" + next.build() + ">; rel=\"next\"");
    }
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Accept-Language, Authorization");
  }

  /** The {@code ETag} of an answer, with its quotes; null when it has none. */
  public static @Nullable String etag(@Nullable Object answer) {
    return answer instanceof Tagged tagged ? "\"" + tagged.tag() + "\"" : null;
  }

  private static void locate(
      @Nullable String place, ContainerResponseContext response, UriInfo uriInfo) {
    if (place != null) {
      String uri = uriInfo.getBaseUriBuilder().path(place).build().toString();
      response.getHeaders().putSingle(HttpHeaders.LOCATION, uri);
    }
  }
}
