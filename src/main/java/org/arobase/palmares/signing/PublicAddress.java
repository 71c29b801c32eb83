package org.arobase.palmares.signing;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The public address of this server and the name of the publisher; signed content has both. */
@ApplicationScoped
public class PublicAddress {
  private final String base;
  private final String issuer;

  /** Takes the public address of the server, and the name of the publisher. */
  public PublicAddress(
      @ConfigProperty(name = "arobase.public-address") String address,
      @ConfigProperty(name = "arobase.issuer") String issuer) {
    this.base = address.replaceAll("/+$", "") + "/api/v1";
    this.issuer = issuer;
  }

  /** The address of something below the API's base. */
  public String of(String path) {
    return base + "/" + path;
  }

  /** The name of the publisher. */
  public String issuer() {
    return issuer;
  }
}
