package org.arobase.platform.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Writes {@code ETag}, {@code Location} and {@code Link} from what an answer says of itself. */
public class AnswerHeaders {

  @ServerResponseFilter
  void write(ContainerResponseContext response, UriInfo uriInfo) {
    Object entity = response.getEntity();
    if (entity instanceof Tagged tagged) {
      response.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + tagged.tag() + "\"");
    }
    if (entity instanceof Located at && response.getStatus() == Status.CREATED.getStatusCode()) {
      var uri = uriInfo.getBaseUriBuilder().path(at.location()).build();
      response.getHeaders().putSingle(HttpHeaders.LOCATION, uri.toString());
    }
    if (entity instanceof Page<?> page && page.nextCursor() != null) {
      var next = uriInfo.getRequestUriBuilder().replaceQueryParam("cursor", page.nextCursor());
      response.getHeaders().putSingle(HttpHeaders.LINK, "<" + next.build() + ">; rel=\"next\"");
    }
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getHeaders().putSingle(HttpHeaders.VARY, "Accept-Language, Authorization");
  }
}
