package org.arobase.jury.member;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.arobase.jury.Juror;
import org.arobase.jury.Juror.Answer;
import org.arobase.jury.Juror.Office;
import org.arobase.platform.http.HasETag;
import org.arobase.platform.http.HasLocation;
import org.arobase.platform.language.Typed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the jurors' API. */
public final class JurorApi {
  private static final String AUTHORITY = "[0-9A-Z]{0,9}";
  private static final String LANGUAGE = "fr|en";
  private static final int MOST = 100_000;

  private JurorApi() {}

  /** A member to invite. */
  @Schema(name = "NewJuror", description = "A member of the jury to invite.")
  public record New(
      @NotBlank
          @Size(max = 40)
          @Pattern(regexp = Typed.ID)
          @Schema(
              description =
                  "The member's id in URLs: letters, digits, - and _, with dots inside, but not \"me\"."
                      + " It stays when the member is erased, so it must not be a name.",
              examples = "j07")
          String id,
      @NotBlank
          @Size(max = 64)
          @Pattern(regexp = Typed.LINE)
          @Schema(description = "The user name in the member's token.", examples = "martin")
          String username,
      @NotBlank
          @Size(max = 120)
          @Pattern(regexp = Typed.LINE)
          @Schema(description = "The name that people see.")
          String name,
      @Schema(description = "Absent: MEMBER.") @Nullable Office office,
      @Email @Size(max = 254) @Pattern(regexp = Typed.LINE) @Nullable String email,
      @Pattern(regexp = LANGUAGE)
          @Schema(description = "Language of the member's mail. Absent: fr.", examples = "fr")
          @Nullable String language,
      @Pattern(regexp = AUTHORITY)
          @Schema(
              description = "Code of the authority that the member works for or is elected in.",
              examples = "78138")
          @Nullable String affiliation,
      @Size(max = 40) @Schema(description = "Codes of the issues that the member knows.")
          @Nullable Set<@NotBlank String> competences,
      @Min(1)
          @Max(MOST)
          @Schema(description = "The most initiatives that the member can read. Absent: no limit.")
          @Nullable Integer capacity,
      @Size(max = 40)
          @Pattern(regexp = Typed.LINE)
          @Schema(description = "The panel that the member sits in.", examples = "A")
          @Nullable String panel) {
    /** Strips the texts that are stored without surrounding spaces. */
    public New {
      name = Typed.stripped(name);
      panel = Typed.stripped(panel);
    }

    /** The fields that can be changed later. */
    Change profile() {
      return new Change(name, office, email, language, affiliation, competences, capacity, panel);
    }
  }

  /** The fields of a member that can be changed. */
  @Schema(
      name = "JurorChange",
      description =
          "The fields of a member of the jury that can be changed. Absent fields stay as they are;"
              + " an empty text, an empty list and a capacity of 0 clear a field.")
  public record Change(
      @Size(min = 1, max = 120)
          @Pattern(regexp = Typed.LINE)
          @Schema(description = "The name that people see.")
          @Nullable String name,
      @Nullable Office office,
      @Email @Size(max = 254) @Pattern(regexp = Typed.LINE) @Nullable String email,
      @Pattern(regexp = LANGUAGE + "|")
          @Schema(description = "Language of the member's mail.", examples = "fr")
          @Nullable String language,
      @Pattern(regexp = AUTHORITY)
          @Schema(
              description = "Code of the authority that the member works for or is elected in.",
              examples = "78138")
          @Nullable String affiliation,
      @Size(max = 40) @Schema(description = "Codes of the issues that the member knows.")
          @Nullable Set<@NotBlank String> competences,
      @Min(0)
          @Max(MOST)
          @Schema(description = "The most initiatives that the member can read. 0: no limit.")
          @Nullable Integer capacity,
      @Size(max = 40)
          @Pattern(regexp = Typed.LINE)
          @Schema(description = "The panel that the member sits in.", examples = "A")
          @Nullable String panel) {
    /** Strips the texts that are stored without surrounding spaces. */
    public Change {
      name = Typed.stripped(name);
      panel = Typed.stripped(panel);
    }
  }

  /** A member's answer to the invitation, with their profile. */
  @Schema(
      name = "InvitationAnswer",
      description =
          "A member's answer to the invitation, with their profile. Absent fields stay as they are."
              + " Ties are declared as recusals.")
  public record Membership(
      @Schema(description = "Whether the member takes part.") @Nullable Answer answer,
      @Pattern(regexp = LANGUAGE + "|")
          @Schema(description = "Language of the member's mail.", examples = "fr")
          @Nullable String language,
      @Pattern(regexp = AUTHORITY)
          @Schema(
              description = "Code of the authority that the member works for or is elected in.",
              examples = "78138")
          @Nullable String affiliation,
      @Size(max = 40) @Schema(description = "Codes of the issues that the member knows.")
          @Nullable Set<@NotBlank String> competences,
      @Min(0)
          @Max(MOST)
          @Schema(description = "The most initiatives that the member can read. 0: no limit.")
          @Nullable Integer capacity) {

    Change profile() {
      return new Change(null, null, null, language, affiliation, competences, capacity, null);
    }
  }

  /** A member of the jury. */
  @Schema(name = "Juror", description = "A member of an edition's jury.")
  public record JurorView(
      @Schema(examples = "2020") int edition,
      @Schema(description = "The member's id in URLs.", examples = "juror1") String id,
      @Schema(description = "The name that people see.") String name,
      Office office,
      @Nullable String email,
      @Schema(description = "Language of the member's mail. Absent: fr.") @Nullable String language,
      @Schema(description = "Code of the authority that the member works for or is elected in.")
          @Nullable String affiliation,
      @Schema(description = "Codes of the issues that the member knows. Empty: not stated.")
          Set<String> competences,
      @Schema(description = "The most initiatives that the member can read. Absent: no limit.")
          @Nullable Integer capacity,
      @Schema(description = "The panel that the member sits in.") @Nullable String panel,
      @Schema(description = "Answer to the invitation. Absent: none yet.") @Nullable Answer answer,
      @Schema(description = "When the member left the jury.") @Nullable Instant withdrawnAt,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag, HasLocation {
    /** A member as the API shows it. */
    public static JurorView from(Juror j) {
      return new JurorView(
          j.edition.year,
          j.handle,
          j.name,
          j.office,
          j.email,
          j.language,
          j.affiliation == null ? null : j.affiliation.code,
          j.competences(),
          j.capacity,
          j.panel,
          j.answer,
          j.withdrawnAt,
          j.version);
    }

    @Override
    public String tag() {
      return String.valueOf(version);
    }

    @Override
    public String location() {
      return "editions/" + edition + "/jurors/" + id;
    }
  }
}
