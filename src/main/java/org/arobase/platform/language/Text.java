package org.arobase.platform.language;

import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text for people, in both languages of the application.
 *
 * @param fr French
 * @param en English
 */
@Schema(name = "Text", description = "A text in French and English.")
public record Text(
    @NotBlank @Schema(examples = "Éducation") String fr,
    @NotBlank @Schema(examples = "Education") String en) {

  /** The text in this language; anything but English is French. */
  public String in(Locale locale) {
    return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : fr;
  }
}
