package org.arobase.platform.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Creates files and folders that nobody but their owner can read at any moment. */
public final class PrivateFiles {
  private PrivateFiles() {}

  /**
   * Creates an empty file of mode 600, and replaces an existing one. Where there are no POSIX
   * permissions, the file gets the default ones.
   */
  public static Path create(Path path) throws IOException {
    Files.deleteIfExists(path);
    return createIfMissing(path);
  }

  /** Creates an empty file of mode 600 where there is none. */
  public static Path createIfMissing(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    if (!Files.exists(path)) {
      Files.createFile(path, mode(path, "rw-------"));
    }
    return path;
  }

  /** Creates a folder of mode 700, or gives an existing one that mode. */
  public static Path folder(Path path) throws IOException {
    Files.createDirectories(path, mode(path, "rwx------"));
    if (isPosix(path)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
    return path;
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] mode(Path path, String mode) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
