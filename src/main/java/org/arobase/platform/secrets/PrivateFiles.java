package org.arobase.platform.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner reads, from their first byte on. */
public final class PrivateFiles {
  private PrivateFiles() {}

  /** An empty file of mode 600; one that is there already is replaced. */
  public static Path create(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.deleteIfExists(path);
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!posix) {
      return Files.createFile(path);
    }
    var mode = PosixFilePermissions.fromString("rw-------");
    return Files.createFile(path, PosixFilePermissions.asFileAttribute(mode));
  }
}
