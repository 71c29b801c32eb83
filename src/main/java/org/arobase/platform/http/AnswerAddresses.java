package org.arobase.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes the addresses of answers as paths below the public address: a request could name any host,
 * and an answer that repeats it would lead its reader there.
 */
@ApplicationScoped
public class AnswerAddresses {
  private final String prefix;

  AnswerAddresses(@ConfigProperty(name = "arobase.public-address") URI address) {
    String path = address.getRawPath();
    prefix = path == null ? "" : path.replaceAll("/+$", "");
  }

  /** The path and query of an address of this server, as a browser would ask for it. */
  public String of(URI address) {
    String query = address.getRawQuery();
    return prefix + address.getRawPath() + (query == null ? "" : "?" + query);
  }
}
