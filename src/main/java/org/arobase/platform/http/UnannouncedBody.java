package org.arobase.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.Set;
import org.apache.commons.io.input.ProxyInputStream;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body without an announced length as soon as it is too long. */
public class UnannouncedBody {
  private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS");
  private final BodyLimit limit;

  UnannouncedBody(BodyLimit limit) {
    this.limit = limit;
  }

  @ServerRequestFilter
  void bound(ContainerRequestContext request) {
    // over HTTP/2 no header announces a body
    boolean bodiless = BODILESS.contains(request.getMethod());
    if (request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null && !bodiless) {
      long most = limit.of(request.getUriInfo().getPath());
      request.setEntityStream(new Bounded(request.getEntityStream(), most));
    }
  }

  private static final class Bounded extends ProxyInputStream {
    private final long limit;
    private long read;

    Bounded(InputStream body, long limit) {
      super(body);
      this.limit = limit;
    }

    @Override
    protected void afterRead(int more) {
      read += Math.max(more, 0);
      if (read > limit) {
        throw new Refusal(CommonProblem.BODY_TOO_LARGE, limit);
      }
    }
  }
}
