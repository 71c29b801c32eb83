package org.arobase.palmares.retention;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.arobase.identity.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The data kept about the caller. */
@Path("/me/personal-data")
@Tag(name = "Identity", description = "Who is calling.")
public class PersonalDataResource {
  private final PersonalData data;
  private final Caller caller;

  PersonalDataResource(PersonalData data, Caller caller) {
    this.data = data;
    this.caller = caller;
  }

  /** All data kept about the caller. */
  @GET
  @Operation(
      operationId = "getMyPersonalData",
      summary =
          "Get my personal data: memberships, recusals, comments, mails, and counts of marks and"
              + " votes",
      description =
          "The marks themselves are at `/me/score-sheets/export`; the events are at `/audit`, for"
              + " callers who may read them.")
  public PersonalApi.Data get() {
    return data.of(caller.name());
  }
}
