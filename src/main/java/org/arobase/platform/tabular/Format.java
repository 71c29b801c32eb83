package org.arobase.platform.tabular;

import jakarta.ws.rs.core.MediaType;

/** The formats in which tables are read and written. */
public enum Format {
  JSON(".json", MediaType.APPLICATION_JSON),
  CSV(".csv", BookWriter.CSV + ";charset=UTF-8"),
  XLSX(".xlsx", BookWriter.XLSX);

  private final String ending;
  private final String written;

  Format(String ending, String written) {
    this.ending = ending;
    this.written = written;
  }

  String ending() {
    return ending;
  }

  String written() {
    return written;
  }

  /** The format of a media type, ignoring its parameters; CSV when it is neither XLSX nor JSON. */
  public static Format of(MediaType type) {
    if (MediaType.valueOf(BookWriter.XLSX).isCompatible(type)) {
      return XLSX;
    }
    return MediaType.APPLICATION_JSON_TYPE.isCompatible(type) ? JSON : CSV;
  }
}
