package org.arobase.deliberation.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.arobase.deliberation.session.SessionApi.AgendaItem;
import org.arobase.deliberation.session.SessionApi.Change;
import org.arobase.deliberation.session.SessionApi.New;
import org.arobase.deliberation.session.SessionApi.View;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The jury's meetings in camera. */
@Path("/editions/{year}/deliberations")
@Tag(name = "Deliberation", description = "What the president decides.")
public class SessionResource {
  private final SessionService sessions;
  private final Agenda agenda;

  SessionResource(SessionService sessions, Agenda agenda) {
    this.sessions = sessions;
    this.agenda = agenda;
  }

  /** The sessions of an edition. */
  @GET
  @Operation(operationId = "listDeliberations", summary = "List the sessions of the jury in order")
  @Refuses("edition-not-found")
  public List<View> list(@PathParam("year") int year) {
    return sessions.all(year);
  }

  /** Plans a session. */
  @POST
  @Idempotent
  @ResponseStatus(201)
  @Operation(operationId = "planDeliberation", summary = "Plan a session of the jury")
  @Refuses({"edition-not-found", "wrong-phase"})
  public View plan(@PathParam("year") int year, @NotNull @Valid New session) {
    return sessions.plan(year, session);
  }

  /** One session. */
  @GET
  @Path("/{session}")
  @Operation(
      operationId = "getDeliberation",
      summary = "Get a session, its attendance and whether it is quorate")
  @Refuses({"edition-not-found", "session-not-found"})
  public View get(@PathParam("year") int year, @PathParam("session") int session) {
    return sessions.of(year, session);
  }

  /** Changes a session. */
  @PUT
  @Path("/{session}")
  @Operation(
      operationId = "changeDeliberation",
      summary = "Set the time, place and attendance of a session",
      description =
          "Until the session is closed. Members attend PRESENT in the room, REMOTE from elsewhere,"
              + " or by a MANDATE that an attending member holds.")
  @Refuses({"edition-not-found", "session-not-found", "session-state", "wrong-phase"})
  public View change(
      @PathParam("year") int year,
      @PathParam("session") int session,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid Change change) {
    return sessions.change(year, session, change, ifMatch);
  }

  /** Opens a session. */
  @POST
  @Path("/{session}/opening")
  @Idempotent
  @Operation(
      operationId = "openDeliberation",
      summary = "Open a session, if enough members attend",
      description = "The caller who opens it presides over it.")
  @Refuses({
    "edition-not-found",
    "session-not-found",
    "session-state",
    "too-few-attend",
    "wrong-phase"
  })
  public View open(
      @PathParam("year") int year,
      @PathParam("session") int session,
      @HeaderParam("If-Match") String ifMatch) {
    return sessions.open(year, session, ifMatch);
  }

  /** Closes a session. */
  @POST
  @Path("/{session}/closing")
  @Idempotent
  @Operation(operationId = "closeDeliberation", summary = "Close a session, once no vote is open")
  @Refuses({
    "edition-not-found",
    "session-not-found",
    "session-state",
    "motion-open",
    "wrong-phase"
  })
  public View close(
      @PathParam("year") int year,
      @PathParam("session") int session,
      @HeaderParam("If-Match") String ifMatch) {
    return sessions.close(year, session, ifMatch);
  }

  /** The agenda of a session. */
  @GET
  @Path("/agenda")
  @Operation(
      operationId = "getAgenda",
      summary = "List the dossiers to discuss: borderline, divergent, missed by little, changed",
      description =
          "Computed from the present marks and the label’s history, for dossiers that the caller"
              + " may see.")
  @Refuses({"edition-not-found", "wrong-phase"})
  public Page<AgendaItem> agenda(@PathParam("year") int year, @BeanParam @Valid PageRequest page) {
    return Page.cut(agenda.of(year), page, AgendaItem::dossier, item -> item);
  }
}
