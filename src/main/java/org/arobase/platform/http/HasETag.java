package org.arobase.platform.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer about one resource that has a version, which becomes its {@code ETag}. */
public interface HasETag {
  /** The version, without quotes: what {@code If-Match} must name to change the resource. */
  @JsonIgnore
  @Schema(hidden = true)
  String tag();
}
