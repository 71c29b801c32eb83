package org.arobase.scoresheet.notes;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.arobase.platform.http.HasETag;
import org.arobase.platform.language.Typed;
import org.arobase.scoresheet.notes.PrivateNotes.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the private notes' API. */
public final class NotesApi {
  private static final int LONGEST = 10_000;

  private NotesApi() {}

  /** A note on an initiative. */
  @Schema(name = "PrivateNote", description = "A juror's own note on an initiative.")
  public record Note(
      @Min(1) @Schema(description = "Number of the initiative.", examples = "1") int initiative,
      @NotNull @Size(max = LONGEST) @Pattern(regexp = Typed.PRINTABLE) String text) {
    /** Brings the text into the form that is stored: line ends of Unix. */
    public Note {
      text = Typed.lines(text);
    }
  }

  /** All notes on a dossier. */
  @Schema(
      name = "NewPrivateNotes",
      description = "All notes of a juror on a dossier: they replace what was there.")
  public record New(
      @Nullable
          @Size(max = LONGEST)
          @Pattern(regexp = Typed.PRINTABLE)
          @Schema(description = "A note on the whole dossier.")
          String overall,
      @Nullable @Size(max = 1_000) List<@NotNull @Valid Note> initiatives) {
    public New {
      overall = Objects.requireNonNullElse(Typed.lines(overall), "");
      initiatives = initiatives == null ? List.of() : initiatives;
    }
  }

  /** All notes on a dossier. */
  @Schema(name = "PrivateNotes", description = "A juror's own notes. Nobody else reads them.")
  public record View(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "A note on the whole dossier; empty: none.") String overall,
      List<Note> initiatives,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag {
    static View of(String dossier, Content content, int version) {
      return new View(
          dossier,
          content.overall(),
          content.initiatives().entrySet().stream()
              .map(note -> new Note(note.getKey(), note.getValue()))
              .toList(),
          version);
    }

    @Override
    public String tag() {
      return String.valueOf(version);
    }
  }
}
