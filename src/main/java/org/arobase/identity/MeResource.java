package org.arobase.identity;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.arobase.identity.IdentityApi.Me;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own identity. */
@Path("/me")
@Tag(name = "Identity", description = "Sign-in, and the identity of the caller.")
public class MeResource {
  private final Caller caller;

  MeResource(Caller caller) {
    this.caller = caller;
  }

  /** The name and the roles of the caller. */
  @GET
  @Operation(operationId = "getMe", summary = "Get my user name and my roles")
  public Me get() {
    return Me.from(caller);
  }
}
