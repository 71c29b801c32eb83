package org.arobase.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.arobase.platform.tabular.BookWriter;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.testing.Concurrently;
import org.arobase.testing.Contract;
import org.arobase.testing.Contract.Operation;
import org.arobase.testing.Http;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Rounds;
import org.arobase.testing.StoredSheets;
import org.arobase.testing.Wire;
import org.arobase.testing.Wire.Sent;
import org.junit.jupiter.api.Test;

/**
 * Persons learn nothing of a mark that is hidden from them: they are recused, or it is too early,
 * and also once results are final. A hidden mark is changed by SQL, and the same questions are
 * asked again: status, headers and body stay the same, byte for byte, in lists, counts, order,
 * filters, ETags, streams, tables, refusals dry runs, seals, minutes, letters and replays. 1,000
 * seeded trials, 8,000 answers to six kinds of callers, 0 differences; 200 more in which jurors
 * change their own drafts (all with -Pexhaustive). Permitted callers do see the change. Not
 * covered: the number and time of all events are public.
 */
@HttpTest
class NonInferenceTest {
  private static final long SEED = 20201122;
  private static final int TRIALS = Rounds.of(1000);
  private static final int ASKED_EACH = 8;
  private static final List<String> VIEWERS =
      List.of("juror1", "president", "vicepresident", "secretariat", "chanteloup", "");

  private static final List<String> PHASES =
      List.of("EVALUATION", "DELIBERATION", "FINALISED", "PUBLISHED");

  /** Verification must report a mark that is changed by SQL. */
  private static final Set<String> VERIFIES = Set.of("verifyAudit", "verifySeal");

  private final DataSource database;

  NonInferenceTest(DataSource database) {
    this.database = database;
  }

  private record StoredMark(
      long sheet, int initiative, String criterion, String dossier, String juror) {}

  @Test
  void aHiddenMarkChangesNoAnswer() throws Exception {
    List<Callable<Integer>> phases = new ArrayList<>();
    for (String phase : PHASES) {
      int year = new Stage().in(phase).edition.year;
      phases.add(() -> trials(phase, year));
    }
    int asked = Concurrently.run(phases).stream().mapToInt(Integer::intValue).sum();
    System.out.printf("Non-inference: %d trials, %d answers, 0 differences%n", TRIALS, asked);
    assertEquals(TRIALS * ASKED_EACH, asked);
  }

  private int trials(String phase, int year) throws Exception {
    Random random = new Random(SEED + phase.length());
    int asked = 0;
    for (int trial = 0; trial < TRIALS / PHASES.size(); trial++) {
      String viewer = pick(random, VIEWERS);
      StoredMark hidden =
          pick(random, marks(year).stream().filter(m -> isHidden(m, viewer, phase)).toList());
      List<Sent> questions = questions(random, year);
      List<String> before = new ArrayList<>();
      for (Sent question : questions) {
        before.add(ask(viewer, question));
      }
      change(random, hidden);
      for (int i = 0; i < questions.size(); i++) {
        String what = "trial " + trial + ": " + viewer + " " + questions.get(i) + " " + hidden;
        assertEquals(before.get(i), ask(viewer, questions.get(i)), what);
        asked++;
      }
    }
    return asked;
  }

  /**
   * The juror changes their own draft, which also leaves events and versions. Callers who see the
   * dossier's events may learn that a draft was saved, but not what it holds.
   */
  @Test
  void aDraftThatItsJurorChangesChangesNoAnswer() throws Exception {
    Random random = new Random(SEED);
    int year = drafts().edition.year;
    for (int trial = 0; trial < TRIALS / 5; trial++) {
      String viewer = pick(random, VIEWERS);
      String code = pick(random, Stage.ALL);
      boolean seesEvents =
          viewer.equals("secretariat") && !code.equals(Stage.SECRETARIAT_RECUSED)
              || viewer.equals("president") && !code.equals(Stage.PRESIDENT_RECUSED);
      List<Sent> questions =
          questions(random, year).stream()
              .filter(q -> !(seesEvents && q.path().startsWith("/audit?")))
              .toList();
      List<String> before = new ArrayList<>();
      for (Sent question : questions) {
        before.add(ask(viewer, question));
      }
      save(year, code, random.nextInt(6));
      for (int i = 0; i < questions.size(); i++) {
        String what = "trial " + trial + ": " + viewer + " " + questions.get(i) + " " + code;
        assertEquals(before.get(i), ask(viewer, questions.get(i)), what);
      }
    }
  }

  private static Stage drafts() throws IOException {
    Stage stage = new Stage().in("OPEN");
    stage.edition.move("EVALUATION");
    for (String code : Stage.ALL) {
      save(stage.edition.year, code, 3);
    }
    return stage;
  }

  private static void save(int year, String code, int value) throws IOException {
    String sheet = "/editions/" + year + "/dossiers/" + code + "/score-sheets/me";
    String etag =
        Wire.send("juror2", new Sent("GET", sheet, "")).headers().firstValue("etag").orElseThrow();
    String mark = "{\"initiative\":1,\"criterion\":\"utility\",\"value\":" + value + "}";
    String body = "{\"marks\":[" + mark + "]}";
    HttpResponse<String> saved =
        Wire.send("juror2", new Sent("PATCH", sheet, body, "If-Match", etag));
    assertEquals(200, saved.statusCode(), saved::body);
  }

  /** Shows that the test above can fail: callers with access see the change. */
  @Test
  void aMarkThatIsNotHiddenChangesTheBoard() throws Exception {
    Random random = new Random(SEED);
    int year = new Stage().in("DELIBERATION").edition.year;
    Sent board = new Sent("GET", "/editions/" + year + "/ratings", "");
    Sent sheet =
        new Sent(
            "GET", "/editions/" + year + "/dossiers/" + Stage.OTHERS + "/score-sheets/juror2", "");
    StoredMark shown =
        pick(random, marks(year).stream().filter(m -> m.dossier().equals(Stage.OTHERS)).toList());
    for (String viewer : List.of("president", "juror1")) {
      String before = ask(viewer, board) + ask(viewer, sheet);
      change(random, shown);
      assertNotEquals(before, ask(viewer, board) + ask(viewer, sheet), viewer);
    }
  }

  private static boolean isHidden(StoredMark mark, String viewer, String phase) {
    boolean deliberating = !phase.equals("EVALUATION");
    boolean isFinal = List.of("FINALISED", "PUBLISHED").contains(phase);
    return switch (viewer) {
      case "juror1" ->
          mark.dossier().equals(Stage.JUROR_RECUSED)
              || (!deliberating && !mark.juror().equals("juror1"));
      case "president" -> List.of(Stage.PRESIDENT_RECUSED, Stage.CHAIRED).contains(mark.dossier());
      case "vicepresident" -> !mark.dossier().equals(Stage.PRESIDENT_RECUSED);
      case "secretariat" -> !isFinal || mark.dossier().equals(Stage.SECRETARIAT_RECUSED);
      case "chanteloup" -> !phase.equals("PUBLISHED") || !mark.dossier().equals(Stage.OWN);
      default -> true;
    };
  }

  /**
   * A random part of all questions; over the trials, each viewer asks every question many times.
   */
  private static List<Sent> questions(Random random, int year) {
    List<Sent> all = new ArrayList<>();
    for (Operation operation : Contract.operations()) {
      if (operation.method().equals("GET") && !VERIFIES.contains(operation.id())) {
        all.add(new Sent("GET", filled(random, operation, year), ""));
      }
    }
    String edition = "/editions/" + year;
    all.add(new Sent("GET", edition + "/ratings?level=" + random.nextInt(6), ""));
    all.add(new Sent("GET", edition + "/ratings?flag=DIVERGENT&limit=2", ""));
    all.add(new Sent("GET", edition + "/ratings?limit=1&cursor=NTAxMjg", ""));
    for (String table : List.of("/ratings?sort=GAIN", "/reliability", "/sensitivity")) {
      all.add(new Sent("GET", edition + table, "", "Accept", BookWriter.CSV));
    }
    all.add(new Sent("POST", edition + "/finalisation?dryRun=true", "{}"));
    all.add(new Sent("POST", edition + "/finalisation", "{}"));
    String withdrawal = edition + "/jurors/juror2/withdrawal?dryRun=true";
    all.add(new Sent("POST", withdrawal, "{\"reason\":\"Malade\"}"));
    List<Sent> some = new ArrayList<>();
    for (int i = 0; i < ASKED_EACH; i++) {
      some.add(pick(random, all));
    }
    return some;
  }

  private static String filled(Random random, Operation operation, int year) {
    String code = pick(random, Stage.ALL);
    return operation.address(year, code, pick(random, List.of("me", "juror1", "juror2", "juror3")));
  }

  private static String ask(String viewer, Sent question) throws IOException {
    if (question.path().endsWith("/ratings/stream")) {
      return begun(Http.streamed(viewer, question.path()));
    }
    HttpResponse<String> answer = Wire.send(viewer, question);
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    // the projected end moves with the clock
    String body = answer.body().replaceAll("\"projectedEnd\":\"[^\"]*\",?", "");
    headers.remove("content-length");
    if (headers.getOrDefault("content-type", List.of()).contains(BookWriter.XLSX)) {
      // the files in a workbook have the time at which it was written; CSV has the same cells
      body = "";
    }
    return answer.statusCode() + " " + headers + " " + body;
  }

  /** A stream does not end: its first event has the whole board. */
  private static String begun(HttpResponse<InputStream> answer) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      return answer.statusCode() + " " + lines.readLine();
    }
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private List<StoredMark> marks(int year) throws SQLException {
    String sql =
        "select m.sheet_id, m.initiative, m.criterion, d.authority_code, j.handle from mark m"
            + " join assignment a on a.id = m.sheet_id join dossier d on d.id = a.dossier_id"
            + " join juror j on j.id = a.juror_id where d.edition_year = ?"
            + " order by m.sheet_id, m.initiative, m.criterion";
    List<StoredMark> marks = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, year);
      ResultSet row = select.executeQuery();
      while (row.next()) {
        marks.add(
            new StoredMark(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)));
      }
    }
    return marks;
  }

  /** Gives the mark another value or none, and raises the version of the sheet like a write. */
  private void change(Random random, StoredMark mark) throws SQLException {
    boolean abstains = random.nextInt(6) == 0;
    int more = 1 + random.nextInt(5);
    StoredSheets.changeMarks(
        "assignment_id = " + mark.sheet(),
        marks ->
            marks.compute(
                new Cell(mark.initiative(), mark.criterion()),
                (cell, before) ->
                    abstains ? Mark.abstained() : Mark.of((points(before) + more) % 6)));
    try (Connection connection = database.getConnection();
        PreparedStatement version =
            connection.prepareStatement(
                "update score_sheet set version = version + 1 where assignment_id = ?")) {
      version.setLong(1, mark.sheet());
      assertEquals(1, version.executeUpdate());
    }
  }

  private static int points(Mark mark) {
    return mark.value() == null ? 0 : mark.value().intValue();
  }
}
