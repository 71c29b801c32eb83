package org.arobase.audit.sealing;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.arobase.platform.secrets.PrivateFiles;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the heads of the tree in a file of the home folder, one per line: size, root, hash. Without
 * a kept head, nobody could tell a record whose end was cut off from a complete one.
 */
@ApplicationScoped
class CheckpointFile {
  private final Path file;
  private long newest;

  CheckpointFile(@ConfigProperty(name = "arobase.home") Path home) {
    this.file = home.resolve("audit-heads.txt");
    this.newest = kept().stream().mapToLong(Head::size).max().orElse(0);
  }

  /** One line of the file. */
  record Head(long size, String rootHash, String hash) {}

  /** Appends a head, unless the file already contains it or a newer one. */
  synchronized void keep(Checkpoint checkpoint) {
    if (checkpoint.size <= newest) {
      return;
    }
    String line = checkpoint.size + " " + checkpoint.rootHash + " " + checkpoint.hash + "\n";
    try {
      PrivateFiles.createIfMissing(file);
      Files.writeString(file, line, StandardOpenOption.APPEND);
      newest = checkpoint.size;
    } catch (IOException e) {
      Log.warnf("The head of the audit tree cannot be kept in %s", file);
    }
  }

  /**
   * The kept heads; empty when there is no file.
   *
   * @throws UncheckedIOException when the file exists but cannot be read
   */
  List<Head> kept() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .map(line -> line.split(" "))
              .filter(parts -> parts.length == 3)
              .map(parts -> new Head(Long.parseLong(parts[0]), parts[1], parts[2]))
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("The heads that were kept cannot be read", e);
    }
  }
}
