package org.arobase.jury.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.arobase.authority.LocalAuthority;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.jury.Juror.Office;
import org.arobase.jury.Recusal;
import org.arobase.jury.Recusals;
import org.arobase.jury.assignment.AssignmentApi.Entry;
import org.junit.jupiter.api.Test;

/** Why an assignment that somebody wants is refused, and which of those there are stay. */
class AssignmentSetTest {
  private final Map<String, Juror> jury = new TreeMap<>();
  private final Dossier chanteloup = dossier("78138");
  private final Dossier rennes = dossier("35238");

  private static LocalAuthority authority(String code) {
    LocalAuthority authority = new LocalAuthority();
    authority.code = code;
    return authority;
  }

  private static Dossier dossier(String code) {
    return new Dossier(new Edition(), authority(code), false);
  }

  private Juror juror(String id) {
    return jury.computeIfAbsent(id, n -> new Juror(new Edition(), n, n, n));
  }

  private Assignment present(long id, String juror, Dossier dossier) {
    Assignment assignment = new Assignment(juror(juror), dossier);
    assignment.id = id;
    return assignment;
  }

  private AssignmentSet set(List<Assignment> present) {
    Recusal recusal = new Recusal();
    recusal.juror = juror("recused");
    recusal.authority = authority("78138");
    return new AssignmentSet(
        List.of(chanteloup, rennes),
        List.copyOf(jury.values()),
        Recusals.of(List.of(recusal)),
        present,
        Set.of(1L));
  }

  private static String refusal(AssignmentSet set, String dossier, String juror) {
    return set.want(new Entry(dossier, juror, null, null), "/assignments/0")
        .map(draft -> draft.pointer() + " " + draft.rule().code())
        .orElse("");
  }

  @Test
  void eachReasonToRefuseIsNamedWithItsPlace() {
    juror("left").withdrawnAt = Instant.EPOCH;
    juror("president").office = Office.PRESIDENT;
    juror("declined").answer = Juror.Answer.DECLINED;
    juror("a");
    AssignmentSet set = set(List.of());
    assertEquals("/assignments/0/dossier unknown-dossier", refusal(set, "1004", "a"));
    assertEquals("/assignments/0/juror unknown-juror", refusal(set, "78138", "nobody"));
    assertEquals("/assignments/0 juror-recused", refusal(set, "78138", "recused"));
    assertEquals("", refusal(set, "35238", "recused"));
    assertEquals("/assignments/0 juror-has-left", refusal(set, "78138", "left"));
    assertEquals("/assignments/0 juror-not-available", refusal(set, "78138", "president"));
    assertEquals("/assignments/0 juror-not-available", refusal(set, "78138", "declined"));
    assertEquals("", refusal(set, "78138", "a"));
    assertEquals("/assignments/0 assigned-twice", refusal(set, "78138", "a"));
  }

  @Test
  void whoDeclinedKeepsADossierThatTheyHave() {
    juror("declined").answer = Juror.Answer.DECLINED;
    AssignmentSet set = set(List.of(present(2, "declined", rennes)));
    assertEquals("", refusal(set, "35238", "declined"));
    assertEquals(List.of(), List.copyOf(set.unwanted()));
  }

  @Test
  void anUnwantedAssignmentThatWasBegunIsNamed() {
    Assignment begun = present(1, "a", chanteloup);
    Assignment fresh = present(2, "b", chanteloup);
    Assignment wanted = present(3, "b", rennes);
    AssignmentSet set = set(List.of(begun, fresh, wanted));
    assertEquals("", refusal(set, "35238", "b"));
    assertEquals(Set.of(begun, fresh), Set.copyOf(set.unwanted()));
    assertEquals(List.of(begun), set.begunAndUnwanted());
    assertEquals(List.of(wanted), List.copyOf(set.wanted().values()));
  }
}
