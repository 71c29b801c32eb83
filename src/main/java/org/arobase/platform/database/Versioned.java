package org.arobase.platform.database;

/** Something with a version that rises with every write: its ETag is made from it. */
public interface Versioned {
  /** The present version, 0 or more. */
  int version();

  /** The entity that has the version; another one than this where several rows belong together. */
  default Object versionedRow() {
    return this;
  }
}
