package org.arobase.platform.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A created resource that knows its address, which becomes its {@code Location}. */
public interface HasLocation {
  /** The path below the API's base, for example {@code editions/2020/dossiers/78138}. */
  @JsonIgnore
  @Schema(hidden = true)
  String location();
}
