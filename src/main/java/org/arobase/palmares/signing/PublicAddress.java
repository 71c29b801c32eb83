package org.arobase.palmares.signing;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the world finds this server, and who publishes here: both are in what is signed. */
@ApplicationScoped
public class PublicAddress {
  private final String base;
  private final String issuer;

  /** For this address of a server, and the name of who publishes. */
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

  /** The name of who publishes. */
  public String issuer() {
    return issuer;
  }
}
