package org.arobase.framework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.arobase.framework.FrameworkDocument.Category;
import org.arobase.framework.FrameworkDocument.PolicyIssue;
import org.arobase.platform.http.HasETag;
import org.arobase.platform.http.HasLocation;
import org.arobase.platform.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the framework's API. */
final class FrameworkApi {
  private FrameworkApi() {}

  @Schema(name = "FrameworkSummary", description = "A framework in a list.")
  record Summary(
      @Schema(examples = "sample-framework-2020") String id,
      Text title,
      @Schema(description = "SHA-256 of the document's canonical JSON.") String contentHash,
      @Schema(description = "When it was frozen. Absent: it is a draft.")
          @Nullable Instant frozenAt) {
    static Summary from(Framework f) {
      return new Summary(f.id, f.document().title(), f.contentHash, f.frozenAt);
    }
  }

  @Schema(name = "Framework", description = "A framework with its document.")
  record View(
      FrameworkDocument document,
      @Schema(description = "SHA-256 of the document's canonical JSON.") String contentHash,
      @Schema(description = "When it was frozen. Absent: it is a draft.")
          @Nullable Instant frozenAt)
      implements HasETag, HasLocation {
    static View from(Framework f) {
      return new View(f.document(), f.contentHash, f.frozenAt);
    }

    @Override
    public String tag() {
      return frozenAt == null ? contentHash : contentHash + "-frozen";
    }

    @Override
    public String location() {
      return "frameworks/" + document.id();
    }
  }

  @Schema(name = "FrameworkCopy", description = "The id and the title of a copy.")
  record Copy(
      @NotBlank @Pattern(regexp = FrameworkDocument.CODE) @Schema(examples = "framework-2027")
          String id,
      @NotNull @Valid Text title) {}

  @Schema(name = "IssueOfFramework", description = "An issue with its category.")
  record Issue(
      @Schema(examples = "education") String code,
      Text name,
      @Schema(examples = "partage-des-connaissances") String category,
      Text categoryName,
      @Schema(description = "A remark on the issue.") @Nullable Text note,
      @Schema(description = "How many services it has.") int services) {
    static Issue from(Category category, PolicyIssue issue) {
      return new Issue(
          issue.code(),
          issue.name(),
          category.code(),
          category.name(),
          issue.note(),
          issue.services().size());
    }
  }
}
