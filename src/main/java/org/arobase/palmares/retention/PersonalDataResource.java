package org.arobase.palmares.retention;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.arobase.identity.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is kept of the caller. */
@Path("/me/personal-data")
@Tag(name = "Identity", description = "Who is calling.")
public class PersonalDataResource {
  private final PersonalData data;
  private final Caller caller;

  PersonalDataResource(PersonalData data, Caller caller) {
    this.data = data;
    this.caller = caller;
  }

  /** All of it. */
  @GET
  @Operation(
      operationId = "getMyPersonalData",
      summary =
          "What is kept of me: memberships, ties, comments, mails, and how much I marked and voted",
      description =
          "The marks themselves are at `/me/score-sheets/export`, the events at `/audit` for who may"
              + " read them.")
  public PersonalApi.Data get() {
    return data.of(caller.name());
  }
}
