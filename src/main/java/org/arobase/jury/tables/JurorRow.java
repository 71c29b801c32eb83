package org.arobase.jury.tables;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.arobase.authority.AuthorityLookup;
import org.arobase.jury.Juror;
import org.arobase.jury.Juror.Office;
import org.arobase.jury.member.JurorApi;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.importing.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the table of jurors. */
@Schema(
    name = "JurorRow",
    description =
        "A line of the table of jurors, without those who have left. On import, an absent value"
            + " stays as it is, and an empty one is removed. A new member needs a user name and a"
            + " name.")
record JurorRow(
    @Schema(
            description =
                "The member's id in URLs. It stays when the member is erased, so it must not be a"
                    + " name.",
            examples = "j07")
        String id,
    @Schema(description = "The user name in the member's token; it cannot change.")
        @Nullable String username,
    @Schema(description = "The name that people see; it cannot be empty.") @Nullable String name,
    @Schema(description = "Empty: MEMBER.") @Nullable Office office,
    @Schema(nullable = true) @Nullable String email,
    @Schema(nullable = true) @Nullable String language,
    @Schema(nullable = true) @Nullable String affiliation,
    @Schema(description = "Codes of issues.", nullable = true) @Nullable List<String> competences,
    @Schema(nullable = true) @Nullable Integer capacity,
    @Schema(nullable = true) @Nullable String panel) {
  private static final JurorRow NEW =
      new JurorRow("", null, null, null, null, null, null, null, null, null);

  static JurorRow of(Juror j) {
    return new JurorRow(
        j.handle,
        j.username,
        j.name,
        j.office,
        j.email,
        j.language,
        j.affiliation == null ? null : j.affiliation.code,
        j.competences().isEmpty() ? null : List.copyOf(j.competences()),
        j.capacity,
        j.panel);
  }

  /**
   * The member as a line wants them.
   *
   * @param there the member as they are; null when they are not in the jury yet
   * @throws Line.Unusable when a cell cannot be used
   */
  static JurorRow read(Line line, AuthorityLookup authorities, @Nullable Juror there) {
    JurorRow now = there == null ? NEW : of(there);
    Office office = line.said("office", cell -> line.one(cell, Office.class), now.office);
    return new JurorRow(
        line.required("id"),
        line.said("username", line::required, now.username),
        line.said("name", line::required, now.name),
        Objects.requireNonNullElse(office, Office.MEMBER),
        line.said("email", line::textOrNull, now.email),
        line.said("language", line::textOrNull, now.language),
        line.said("affiliation", cell -> affiliation(line, cell, authorities), now.affiliation),
        line.said("competences", cell -> competences(line, cell), now.competences),
        line.said("capacity", line::whole, now.capacity),
        line.said("panel", line::textOrNull, now.panel));
  }

  private static @Nullable String affiliation(
      Line line, String column, AuthorityLookup authorities) {
    return line.textOrNull(column) == null ? null : authorities.of(line, column, null).code;
  }

  private static @Nullable List<String> competences(Line line, String column) {
    List<String> issues = List.copyOf(new TreeSet<>(line.words(column)));
    return issues.isEmpty() ? null : issues;
  }

  List<@Nullable Object> cells() {
    return Book.row(
        id, username, name, office, email, language, affiliation, competences, capacity, panel);
  }

  /** The member to invite. */
  JurorApi.New invitation() {
    return new JurorApi.New(
        id,
        username,
        name,
        office,
        email,
        language,
        affiliation,
        competences == null ? null : new TreeSet<>(competences),
        capacity,
        panel);
  }

  /** The change that makes a member so: what is null is cleared. */
  JurorApi.Change change() {
    return new JurorApi.Change(
        name,
        office,
        orEmpty(email),
        orEmpty(language),
        orEmpty(affiliation),
        competences == null ? new TreeSet<>() : new TreeSet<>(competences),
        Objects.requireNonNullElse(capacity, 0),
        orEmpty(panel));
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
