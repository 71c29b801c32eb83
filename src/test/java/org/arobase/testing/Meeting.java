package org.arobase.testing;

import static org.arobase.testing.Http.as;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;

/** An open session of the jury, with the given members; the president presides. */
public final class Meeting {
  private final TestEdition edition;
  private final String at;

  private Meeting(TestEdition edition, String at) {
    this.edition = edition;
    this.at = at;
  }

  /** Opens a session that these members attend. */
  public static Meeting of(TestEdition edition, String... members) {
    List<Map<String, Object>> attendance = new ArrayList<>();
    for (String member : members) {
      attendance.add(Map.of("juror", member, "mode", "PRESENT"));
    }
    return of(edition, attendance);
  }

  /** Opens a session with this attendance. */
  public static Meeting of(TestEdition edition, List<Map<String, Object>> attendance) {
    edition.seat(Office.PRESIDENT, "president");
    Meeting meeting = planned(edition);
    meeting.attend(attendance).then().statusCode(200);
    meeting.act("/opening", null).then().statusCode(200);
    return meeting;
  }

  /** Plans a session and does not open it. */
  public static Meeting planned(TestEdition edition) {
    String address =
        as("president", Map.of("heldAt", "2030-01-28T09:00:00Z", "place", "Salle des mariages"))
            .post(edition.at("/deliberations"))
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    return new Meeting(edition, address.substring(address.indexOf("/editions")));
  }

  /** The address of the session, or of something below it. */
  public String at(String path) {
    return at + path;
  }

  /** Sets who attends. */
  public Response attend(List<Map<String, Object>> attendance) {
    Map<String, Object> all =
        Map.of(
            "heldAt",
            "2030-01-28T09:00:00Z",
            "place",
            "Salle des mariages",
            "attendance",
            attendance);
    return as("president", all).header("If-Match", etag("")).put(at);
  }

  private String etag(String of) {
    return as("president").get(at(of)).header("ETag");
  }

  /** Posts an act on the session or on a motion, as the president. */
  public Response act(String act, Object body) {
    String of = act.substring(0, act.lastIndexOf('/'));
    var request = body == null ? as("president") : as("president", body);
    return request.header("If-Match", etag(of)).post(at(act));
  }

  /** Moves a motion, as the president. */
  public Meeting move(Map<String, Object> motion) {
    as("president", motion).post(at("/motions")).then().statusCode(201);
    return this;
  }

  /** Casts the vote of a member; it must be accepted. */
  public Meeting vote(String member, int motion, String choice) {
    tryVote(member, motion, choice, null).then().statusCode(200);
    return this;
  }

  /**
   * Tries to cast a vote.
   *
   * @param voter the member whose mandate is used; null for the own vote
   */
  public Response tryVote(String member, int motion, String choice, String voter) {
    Map<String, Object> ballot = new HashMap<>(Map.of("choice", choice));
    if (voter != null) {
      ballot.put("juror", voter);
    }
    return as(member, ballot).post(at("/motions/" + motion + "/ballots"));
  }

  /**
   * Closes a vote; this must be accepted.
   *
   * @param castingVote null: none
   */
  public Meeting close(int motion, String castingVote) {
    tryClose(motion, castingVote).then().statusCode(200);
    return this;
  }

  /**
   * Tries to close a vote.
   *
   * @param castingVote null: none
   */
  public Response tryClose(int motion, String castingVote) {
    Map<String, Object> closing =
        castingVote == null ? Map.of() : Map.of("castingVote", castingVote);
    return act("/motions/" + motion + "/closing", closing);
  }

  /** Closes the session. */
  public TestEdition end() {
    act("/closing", null).then().statusCode(200);
    return edition;
  }
}
