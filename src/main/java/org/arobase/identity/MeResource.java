package org.arobase.identity;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.arobase.identity.IdentityApi.Me;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller about itself. */
@Path("/me")
@Tag(name = "Identity", description = "Who is calling.")
public class MeResource {
  private final Caller caller;

  MeResource(Caller caller) {
    this.caller = caller;
  }

  /** The name and the roles of the caller. */
  @GET
  @Operation(operationId = "getMe", summary = "Say who I am and what I may do")
  public Me get() {
    return Me.from(caller);
  }
}
