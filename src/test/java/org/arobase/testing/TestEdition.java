package org.arobase.testing;

import static org.arobase.testing.Http.as;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.jury.Juror.Office;
import org.arobase.jury.assignment.Assignment;

/** An edition for one test, made over HTTP, except its jury, which is written directly. */
public final class TestEdition {
  /** The criteria of the sample framework. */
  public static final List<String> CRITERIA =
      List.of("utility", "inclusion", "quality", "participation", "originality");

  private static final AtomicInteger NEXT = new AtomicInteger(2041);

  /** From here to the second, tests make editions of their own. */
  private static final int OWN_YEARS = 2901;

  private static final int AFTER_OWN_YEARS = 2913;
  private static final List<String> SERVICES =
      List.of("site-web", "reseaux-sociaux", "espace-public-numerique", "acces-a-l-emploi");

  public final int year;

  /** An edition in OPEN without a correction of severities. */
  public TestEdition() {
    this("NONE");
  }

  /** An edition in OPEN whose jurors' severities are corrected by a model. */
  public TestEdition(String severity) {
    this(Map.of("severity", severity));
  }

  /** An edition in OPEN with the sample's policy, except these properties. */
  public TestEdition(Map<String, Object> changes) {
    this(freeYear(), changes);
  }

  private TestEdition(int year, Map<String, Object> changes) {
    this.year = year;
    Map<String, Object> wanted = wanted(year);
    @SuppressWarnings("unchecked")
    Map<String, Object> policy = (Map<String, Object>) wanted.get("policy");
    policy.putAll(changes);
    as("secretariat", wanted).post("/editions").then().statusCode(201);
    move("OPEN");
  }

  /** The edition of the year after this one, in OPEN. */
  public TestEdition next() {
    return new TestEdition(year + 1, Map.of());
  }

  /** A year that no other test has, and no edition in the year before or after it. */
  public static int freeYear() {
    return NEXT.getAndUpdate(year -> year + 2 == OWN_YEARS ? AFTER_OWN_YEARS : year + 2);
  }

  /** The body that makes an edition in this year with the sample's policy. */
  public static Map<String, Object> wanted(int year) {
    Map<String, Object> policy =
        as("secretariat")
            .get("/editions/2020/rating-policy")
            .then()
            .statusCode(200)
            .extract()
            .path("policy");
    // without a correction, expected scores can be computed by hand
    policy.put("severity", "NONE");
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("year", year);
    wanted.put("number", year - 1000);
    wanted.put("name", "Édition d’essai " + year);
    wanted.put("framework", "sample-framework-2020");
    wanted.put("referenceDate", year + "-02-01");
    wanted.put("policy", policy);
    return wanted;
  }

  /** The address of a resource of this edition. */
  public String at(String path) {
    return "/editions/" + year + path;
  }

  /** Moves to another phase, whatever sheets are missing; this must be accepted. */
  public TestEdition move(String to) {
    Response tried = tryMove(to, null);
    if (tried.statusCode() == 409) {
      Map<String, Object> step = Map.of("to", to, "confirmed", missing(tried, "violations"));
      tried = as("secretariat", step).header("If-Match", etag()).post(at("/phase"));
    }
    tried.then().statusCode(200);
    return this;
  }

  /** The codes of the dossiers of which sheets are missing. */
  private static List<String> missing(Response blocked, String list) {
    return blocked
        .jsonPath()
        .getList(list + ".findAll { it.code == 'fewer-sheets' }.context.dossier");
  }

  /**
   * Tries to move to another phase.
   *
   * @param reason null: none
   */
  public Response tryMove(String to, String reason) {
    Map<String, Object> step = new HashMap<>(Map.of("to", to));
    if (reason != null) {
      step.put("reason", reason);
    }
    return as("secretariat", step).header("If-Match", etag()).post(at("/phase"));
  }

  /** Makes every level final, whatever sheets are missing. */
  public Response finalise() {
    Response tried = as("president", Map.of()).post(at("/finalisation?dryRun=true"));
    List<String> missing = tried.statusCode() == 200 ? missing(tried, "blockers") : List.of();
    return as("president", Map.of("confirmed", missing))
        .header("If-Match", etag())
        .post(at("/finalisation"));
  }

  /** Lifts the embargo. */
  public Response publish() {
    return as("secretariat").header("If-Match", etag()).post(at("/publication"));
  }

  /** The edition's version. */
  public String etag() {
    return as("secretariat").get(at("")).header("ETag");
  }

  /** Adds a dossier with this number of initiatives, each in one service. */
  public TestEdition dossier(String code, int initiatives) {
    as("secretariat", Map.of("authority", code)).post(at("/dossiers")).then().statusCode(201);
    for (int i = 0; i < initiatives; i++) {
      as("secretariat", initiative(SERVICES.get(i % SERVICES.size())))
          .post(at("/dossiers/" + code + "/initiatives"))
          .then()
          .statusCode(201);
    }
    return this;
  }

  /** The body that adds an initiative. */
  public static Map<String, Object> initiative(String service) {
    return Map.of(
        "title",
        "Initiative d’essai",
        "description",
        "",
        "services",
        Set.of(service),
        "ongoing",
        true);
  }

  /** Assigns a dossier to the jurors with these account names. */
  public TestEdition assign(String code, String... jurors) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Dossier dossier = Dossier.required(year, code);
              for (String name : jurors) {
                door().create(new Assignment(juror(name), dossier));
              }
            });
    return this;
  }

  /** Replaces all assignments over HTTP; the jurors must be members already. */
  public TestEdition allocate(List<Map<String, String>> assignments) {
    as("secretariat", Map.of("assignments", assignments))
        .header("If-Match", etag())
        .put(at("/assignments"))
        .then()
        .statusCode(200);
    return this;
  }

  /** Makes these accounts members of the jury, in an office. */
  public TestEdition seat(Office office, String... names) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (String name : names) {
                door().change(juror(name), Action.CHANGED, juror -> juror.office = office);
              }
            });
    return this;
  }

  /** Declares a recusal for a member of the jury, as the secretariat. */
  public Response recuse(String name, String code) {
    Map<String, String> recusal = Map.of("juror", name, "authority", code, "reason", "Lien");
    return as("secretariat", recusal).post(at("/recusals"));
  }

  /** The entities that tests write directly are recorded all the same. */
  private static WriteDoor door() {
    return Arc.container().instance(WriteDoor.class).get();
  }

  private Juror juror(String name) {
    return Juror.ofUser(year, name)
        .orElseGet(
            () -> door().create(new Juror(Edition.required(year), name, name, "Juré " + name)));
  }

  /** A full sheet with the same value everywhere. */
  public static Map<String, Object> sheet(int initiatives, int value) {
    return sheet(initiatives, "value", value);
  }

  /** A full sheet of a juror who abstains everywhere. */
  public static Map<String, Object> abstentions(int initiatives) {
    return sheet(initiatives, "state", "ABSTAINED");
  }

  private static Map<String, Object> sheet(int initiatives, String property, Object said) {
    List<Map<String, Object>> marks = new ArrayList<>();
    for (int i = 1; i <= initiatives; i++) {
      for (String criterion : CRITERIA) {
        marks.add(Map.of("initiative", i, "criterion", criterion, property, said));
      }
    }
    return Map.of("marks", marks);
  }

  /** Writes and submits a full sheet with the same value everywhere. */
  public TestEdition score(String code, String juror, int initiatives, int value) {
    return submit(code, juror, sheet(initiatives, value));
  }

  /** Writes and submits a sheet of one initiative with another value on the first criterion. */
  public TestEdition scoreUneven(String code, String juror, int first, int others) {
    List<Map<String, Object>> marks = new ArrayList<>();
    for (String criterion : CRITERIA) {
      int value = marks.isEmpty() ? first : others;
      marks.add(Map.of("initiative", 1, "criterion", criterion, "value", value));
    }
    return submit(code, juror, Map.of("marks", marks));
  }

  /** Writes and submits this sheet. */
  public TestEdition submit(String code, String juror, Map<String, Object> content) {
    String sheet = sheetOf(code);
    String etag =
        as(juror, content)
            .header("If-Match", as(juror).get(sheet).header("ETag"))
            .put(sheet)
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    as(juror).header("If-Match", etag).post(sheet + "/submission").then().statusCode(200);
    return this;
  }

  /** Opens a submitted sheet again, as the president. */
  public TestEdition reopen(String code, String juror) {
    String sheet = at("/dossiers/" + code + "/score-sheets/" + juror);
    as("president", Map.of("reason", "Erreur de saisie"))
        .header("If-Match", as("president").get(sheet).header("ETag"))
        .post(sheet + "/reopening")
        .then()
        .statusCode(200);
    return this;
  }

  /** Lets a member leave the jury, as the secretariat. */
  public TestEdition withdraw(String juror) {
    String member = at("/jurors/" + juror);
    as("secretariat", Map.of("reason", "Indisponible"))
        .header("If-Match", as("secretariat").get(member).header("ETag"))
        .post(member + "/withdrawal")
        .then()
        .statusCode(200);
    return this;
  }

  /** The address of the caller's own sheet. */
  public String sheetOf(String code) {
    return at("/dossiers/" + code + "/score-sheets/me");
  }
}
