package org.arobase.platform.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Creates files that nobody but their owner can read at any moment. */
public final class PrivateFiles {
  private PrivateFiles() {}

  /**
   * Creates an empty file of mode 600, and replaces an existing one. Where there are no POSIX
   * permissions, the file gets the default ones.
   */
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
