package org.arobase.access;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.builder.ResponseBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.arobase.jury.Juror;
import org.arobase.platform.secrets.ServerKey;
import org.arobase.testing.Contract;
import org.arobase.testing.Contract.Operation;
import org.arobase.testing.Http;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Rounds;
import org.junit.jupiter.api.Test;

/**
 * Nobody does what the permission table does not allow. Every operation of the contract is tried
 * over HTTP for each role, phase and relation to the dossier: own, a colleague's sheet, another's,
 * recused, made its chair, an edition of another jury, and for jurors who have declined, left or
 * been erased. 11,000 cells, none let through that should be refused. The expected outcome is
 * computed from x-access in the contract, not by the guard. No request can change anything: a
 * permitted write carries an unusable body or version. Lists must not name a dossier that the
 * caller is recused from.
 */
@HttpTest
class MatrixTest {
  private static final Map<String, String> USERS =
      Map.of(
          "anonymous", "",
          "applicant", "chanteloup",
          "juror", "juror1",
          "president", "president",
          "vice-president", "vicepresident",
          "secretariat", "secretariat");

  /** The relation of the caller to the dossier or sheet of the request. */
  private enum Whose {
    OWN,
    /** A colleague's sheet of the caller's own dossier. */
    COLLEAGUES,
    OTHERS,
    RECUSED,
    /** The caller was made chair of the dossier, and does not score it. */
    CHAIR,
    /** The caller was to score the dossier, and has declined the invitation. */
    DECLINED,
    /** The caller was to score the dossier, and has left the jury. */
    WITHDRAWN,
    /** The caller was to score the dossier, has left the jury and been erased. */
    ERASED,
    /** In an edition of the same phase whose jury the caller does not belong to. */
    OTHER_EDITION
  }

  /** Who names their own sheet. */
  private static final Set<Whose> ME =
      Set.of(Whose.OWN, Whose.RECUSED, Whose.DECLINED, Whose.WITHDRAWN, Whose.ERASED);

  private record Cell(Operation operation, String role, Whose whose, Phase phase) {}

  private final Map<Phase, Stage> stages = new EnumMap<>(Phase.class);
  private final Map<Phase, Integer> strangers = new EnumMap<>(Phase.class);
  private final List<String> wrong = new ArrayList<>();
  private final ServerKey key;
  private int seen;
  private int cells;
  private int refused;

  MatrixTest(ServerKey key) {
    this.key = key;
  }

  @Test
  void everyCellIsAsTheTableSays() {
    for (Phase phase : Phase.values()) {
      stages.put(phase, new Stage().in(phase.name()));
      erase(stages.get(phase).edition.year);
      strangers.put(phase, stranger(phase));
    }
    for (Operation operation : Contract.operations()) {
      for (String role : USERS.keySet()) {
        if (operation.ofEdition()) {
          tryEverywhere(operation, role);
        } else {
          tryOut(new Cell(operation, role, Whose.OTHERS, Phase.OPEN));
        }
      }
    }
    System.out.printf(
        "Matrix: %d operations, %d cells, %d to be refused, %d escapes or wrong refusals%n",
        Contract.operations().size(), cells, refused, wrong.size());
    assertEquals(List.of(), wrong);
    assertTrue(cells > 500 && refused > cells / 2, () -> cells + " cells, " + refused + " refused");
  }

  /**
   * Makes an edition in this phase whose jury has none of juror1, president and vicepresident;
   * returns its year.
   */
  private static int stranger(Phase phase) {
    Stage stage = new Stage().in(phase.name());
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Juror.update(
                    "username = concat('not-', username) where edition.year = ?1 and username in"
                        + " ('juror1', 'president', 'vicepresident')",
                    stage.edition.year));
    return stage.edition.year;
  }

  /** Erasure is possible after publication only; access must not depend on that. */
  private void erase(int year) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Juror.update(
                    "username = 'erased:' || handle, formerUser = ?1, erasedAt = ?2"
                        + " where edition.year = ?3 and username = ?4",
                    key.mac("former-user", year + "/" + Stage.ERASED),
                    Instant.EPOCH,
                    year,
                    Stage.ERASED));
  }

  private void tryEverywhere(Operation operation, String role) {
    for (Phase phase : Phase.values()) {
      for (Whose whose : Whose.values()) {
        Cell cell = new Cell(operation, role, whose, phase);
        if (exists(cell)) {
          tryOut(cell);
        }
      }
    }
  }

  private static boolean exists(Cell cell) {
    boolean dossier = cell.operation().ofDossier();
    return switch (cell.whose()) {
      case OWN -> dossier && Set.of("juror", "applicant", "vice-president").contains(cell.role());
      case COLLEAGUES -> cell.operation().ofSheet() && cell.role().equals("juror");
      case CHAIR, DECLINED, WITHDRAWN, ERASED ->
          cell.operation().ofEdition() && cell.role().equals("juror");
      case OTHERS -> true;
      case RECUSED -> !Set.of("anonymous", "applicant").contains(cell.role());
      case OTHER_EDITION ->
          cell.operation().ofEdition()
              && Set.of("juror", "president", "vice-president").contains(cell.role());
    };
  }

  private void tryOut(Cell cell) {
    if (!Rounds.takes(seen++)) {
      return;
    }
    cells++;
    boolean allowed = allowed(cell);
    refused += allowed ? 0 : 1;
    Response answer = send(cell);
    boolean broken = answer.statusCode() >= 500 || answer.statusCode() == 405;
    if (isRefused(answer) == allowed || broken) {
      wrong.add(cell + " should be " + (allowed ? "allowed" : "refused") + ": " + said(answer));
    }
    if (cell.whose() == Whose.RECUSED && !cell.operation().ofDossier()) {
      checkSilence(cell, answer);
    }
  }

  /**
   * An answer must not mention a dossier that the caller is recused from, unless the operation is
   * public or lists recusals.
   */
  private void checkSilence(Cell cell, Response answer) {
    boolean ownRecusals = cell.operation().id().endsWith("Recusals");
    boolean open = cell.operation().grants().isEmpty();
    boolean told =
        Pattern.compile("(?<![0-9a-f.])" + code(cell) + "(?![0-9a-f])")
            .matcher(answer.asString())
            .find();
    if (!ownRecusals && !open && told) {
      wrong.add(cell + " tells of " + code(cell) + ": " + answer.asString());
    }
  }

  private static String said(Response answer) {
    return answer.statusCode() + " " + answer.asString();
  }

  private static boolean isRefused(Response answer) {
    int status = answer.statusCode();
    boolean untimely = status == 409 && answer.asString().contains("/api/v1/problems/wrong-phase");
    // operations that are open to everyone answer 401 to a wrong password or refresh token, which
    // is no refusal of access
    boolean credentials = answer.asString().contains("/api/v1/problems/invalid-");
    return untimely || status == 403 || (status == 401 && !credentials);
  }

  private static boolean allowed(Cell cell) {
    if (cell.operation().grants().isEmpty()) {
      return true;
    }
    return cell.operation().grants().stream()
        .filter(grant -> grant.role().equals(cell.role()))
        .anyMatch(grant -> allowed(cell, grant));
  }

  private static boolean allowed(Cell cell, Contract.Grant grant) {
    boolean dossier = cell.operation().ofDossier();
    if (grant.chair() && cell.whose() != Whose.CHAIR) {
      return false;
    }
    boolean reached =
        switch (cell.whose()) {
          case OWN -> true;
          case COLLEAGUES -> !grant.own();
          case OTHERS, CHAIR -> !grant.own() || !dossier;
          case RECUSED -> !dossier;
          case DECLINED -> grant.membership();
          case WITHDRAWN, ERASED -> false;
          case OTHER_EDITION -> !cell.operation().ofEdition();
        };
    boolean timely = !cell.operation().ofEdition() || grant.phases().contains(cell.phase().name());
    return reached && timely;
  }

  private Response send(Cell cell) {
    Operation operation = cell.operation();
    String user = user(cell);
    RequestSpecification request = user.isEmpty() ? anyone() : as(user);
    if (operation.takesBody()) {
      request.contentType(ContentType.JSON).body("{\"no-such-property\":1}");
    }
    if (operation.parameters().contains("edition")) {
      request.queryParam("edition", year(cell));
    }
    if (operation.id().equals("detectRecusals")) {
      request.queryParam("dryRun", true);
    }
    return operation.id().equals("streamRatings")
        ? begin(user, filled(cell))
        : request.request(operation.method(), filled(cell));
  }

  private static String user(Cell cell) {
    return switch (cell.whose()) {
      case CHAIR -> "juror3";
      case DECLINED -> Stage.DECLINED;
      case WITHDRAWN -> Stage.WITHDRAWN;
      case ERASED -> Stage.ERASED;
      default -> USERS.get(cell.role());
    };
  }

  /** A stream does not end: its status tells whether it is allowed. */
  private static Response begin(String user, String path) {
    HttpResponse<InputStream> answer = Http.streamed(user, path);
    try (InputStream body = answer.body()) {
      boolean goesOn = answer.statusCode() == 200;
      return new ResponseBuilder()
          .setStatusCode(answer.statusCode())
          .setBody(goesOn ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String filled(Cell cell) {
    boolean me = ME.contains(cell.whose());
    boolean juror = cell.role().equals("juror");
    return cell.operation()
        .path()
        .replace("{year}", String.valueOf(year(cell)))
        .replace(
            "{code}", cell.operation().path().contains("/problems/") ? "forbidden" : code(cell))
        .replace("{juror}", juror && me ? "me" : "juror2")
        .replace("{member}", "juror2")
        .replace("{number}", "1")
        .replace("{session}", "1")
        .replace("{motion}", "1")
        .replace("{version}", "1")
        .replace("{key}", "1")
        .replace("{submission}", "1")
        .replace("{recusal}", "1")
        .replace("{event}", "1")
        .replace("{size}", "1")
        .replace("{job}", "1")
        .replace("{id}", "sample-framework-2020");
  }

  private int year(Cell cell) {
    return cell.whose() == Whose.OTHER_EDITION
        ? strangers.get(cell.phase())
        : stages.get(cell.phase()).edition.year;
  }

  private static String code(Cell cell) {
    return switch (cell.whose()) {
      case OWN, COLLEAGUES, DECLINED, WITHDRAWN, ERASED, OTHER_EDITION ->
          cell.role().equals("vice-president") ? Stage.PRESIDENT_RECUSED : Stage.OWN;
      case OTHERS -> Stage.OTHERS;
      case CHAIR -> Stage.CHAIRED;
      case RECUSED ->
          switch (cell.role()) {
            case "juror" -> Stage.JUROR_RECUSED;
            case "president" -> Stage.PRESIDENT_RECUSED;
            case "vice-president" -> Stage.VICE_RECUSED;
            default -> Stage.SECRETARIAT_RECUSED;
          };
    };
  }
}
