package org.arobase.platform.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Locale;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.language.Messages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue of problems, at the addresses that {@code type} gives. */
@Path("/problems")
@Tag(name = "Problems", description = "The catalogue of problems that this service answers with.")
public class ProblemResource {
  private final CallerLanguage language;

  ProblemResource(CallerLanguage language) {
    this.language = language;
  }

  /** Every problem, by status and code. */
  @GET
  @Operation(operationId = "listProblems", summary = "List every problem of this service")
  public List<Entry> list() {
    Locale locale = language.locale();
    return ProblemCatalogue.all().stream().map(p -> Entry.from(p, locale)).toList();
  }

  /** Explains one problem. */
  @GET
  @Path("/{code}")
  @Operation(operationId = "getProblem", summary = "Explain one problem")
  @Refuses("not-found")
  public Entry get(
      @Parameter(description = "Last segment of a problem's `type`.", example = "wrong-phase")
          @PathParam("code")
          String code) {
    Problem problem =
        ProblemCatalogue.of(code).orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND));
    return Entry.from(problem, language.locale());
  }

  /**
   * A problem of the catalogue.
   *
   * @param code last segment of {@code type}
   * @param type the value of {@code type} in a problem
   * @param status HTTP status
   * @param title short text in the caller's language
   */
  @Schema(name = "ProblemEntry", description = "A problem of the catalogue.")
  public record Entry(
      @Schema(examples = "wrong-phase") String code,
      @Schema(examples = "/api/v1/problems/wrong-phase") String type,
      @Schema(examples = "409") int status,
      @Schema(description = "Short text in the caller's language.") String title) {

    static Entry from(Problem problem, Locale locale) {
      String title = Messages.in(locale).text(problem.code() + ".title");
      return new Entry(problem.code(), problem.type(), problem.status(), title);
    }
  }
}
