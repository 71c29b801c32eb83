package org.arobase.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body that comes in chunks, its length not announced, as soon as it is too long. */
public class UnannouncedBody {
  private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS");
  private final BodyLimit limit;

  UnannouncedBody(BodyLimit limit) {
    this.limit = limit;
  }

  @ServerRequestFilter
  void bound(ContainerRequestContext request) {
    // over HTTP/2 a body is announced by nothing
    boolean bodiless = BODILESS.contains(request.getMethod());
    if (request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null && !bodiless) {
      long most = limit.of(request.getUriInfo().getPath());
      request.setEntityStream(new Bounded(request.getEntityStream(), most));
    }
  }

  private static final class Bounded extends FilterInputStream {
    private final long limit;
    private long read;

    Bounded(InputStream body, long limit) {
      super(body);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      count(Math.max(count, 0));
      return count;
    }

    private void count(int more) {
      read += more;
      if (read > limit) {
        throw new Refusal(Problem.BODY_TOO_LARGE, limit);
      }
    }
  }
}
