package verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The command line. */
public final class Main {
  private static final int ACCEPTED = 0;
  private static final int REJECTED = 1;
  private static final int MISUSED = 2;
  private static final String USAGE =
      """
      java -jar arobase-verifier.jar palmares KEYS PALMARES [SIGNED...]
          KEYS      the JSON Web Key Set, from GET /api/v1/signing-keys
          PALMARES  the signed palmarès, from GET /api/v1/palmares/2020/document
          SIGNED    in any order: labels, from GET /api/v1/palmares/2020/labels/78138; the status
                    list, from GET /api/v1/palmares/2020/status-list, to learn which labels no
                    longer stand; the next versions of the palmarès, each after the one before
      java -jar arobase-verifier.jar levels MARKS [KEYS PALMARES]
          MARKS     from GET /api/v1/editions/2020/anonymised-marks: every score and level is
                    computed again and compared with the sealed ones, and with the signed
                    palmarès if it is given

      Exit status: 0 everything is valid, 1 something is not, 2 wrong use or unreadable file.""";

  private Main() {}

  /** Exits with 0, 1 or 2. */
  public static void main(String... arguments) {
    System.exit(run(arguments, System.out));
  }

  /** Runs the command and returns the exit status. */
  public static int run(String[] arguments, PrintStream out) {
    List<String> given = Arrays.asList(arguments);
    try {
      if (given.size() > 2 && given.get(0).equals("palmares")) {
        palmares(given.subList(1, given.size()), out);
      } else if ((given.size() == 2 || given.size() == 4) && given.get(0).equals("levels")) {
        return levels(given.subList(1, given.size()), out) ? ACCEPTED : REJECTED;
      } else {
        out.println(USAGE);
        return MISUSED;
      }
      return ACCEPTED;
    } catch (Rejected e) {
      out.println("REJECTED: " + e.getMessage());
      return REJECTED;
    } catch (IOException e) {
      out.println("Cannot be read: " + e.getMessage());
      return MISUSED;
    } catch (RuntimeException e) {
      out.println("REJECTED: unexpected content: " + e);
      return REJECTED;
    }
  }

  /** A read operation whose rejection is reported with the file's name. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T of(String file, Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (Rejected e) {
      throw new Rejected(file + ": " + e.getMessage());
    }
  }

  private static void each(String file, Runnable look) throws IOException {
    of(
        file,
        () -> {
          look.run();
          return file;
        });
  }

  private static String read(String file) throws IOException {
    String read = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.ISO_8859_1);
    // editors and shells can add white space at the end of a file
    return read.stripTrailing();
  }

  private static void palmares(List<String> files, PrintStream out) throws IOException {
    Map<String, Object> keys = of(files.get(0), () -> json(files.get(0)));
    Published published = of(files.get(1), () -> new Published(keys, read(files.get(1)), out));
    List<String> labels = new ArrayList<>();
    for (String file : files.subList(2, files.size())) {
      String signed = read(file);
      if (of(file, () -> published.isLabel(signed))) {
        labels.add(file);
      } else {
        each(file, () -> published.take(signed));
      }
    }
    for (String file : labels) {
      String signed = read(file);
      each(file, () -> published.label(signed));
    }
  }

  private static boolean levels(List<String> files, PrintStream out) throws IOException {
    Marks marks = new Marks(json(files.get(0)));
    List<Level> levels = new Jury(marks).levels();
    boolean same = areAsSealed(levels, out);
    if (files.size() > 1) {
      Map<String, Object> keys = of(files.get(1), () -> json(files.get(1)));
      Palmares palmares = of(files.get(2), () -> Palmares.of(read(files.get(2)), keys));
      new Awards(marks, palmares).compare(levels, out);
    }
    return same;
  }

  private static Map<String, Object> json(String file) throws IOException {
    return Json.object(Json.read(Files.readString(Path.of(file))));
  }

  private static boolean areAsSealed(List<Level> levels, PrintStream out) {
    int different = 0;
    out.println("code,score,level,sealed score,sealed level,");
    for (Level level : levels) {
      boolean same = level.isAsSealed();
      different += same ? 0 : 1;
      out.printf(
          "%s,%s,%s,%s,%s,%s%n",
          level.code(),
          level.score(),
          level.level(),
          level.sealedScore(),
          level.sealedLevel(),
          same ? "" : "DIFFERENT");
    }
    out.printf("%s: %d different%n", different == 0 ? "GOOD" : "REJECTED", different);
    return different == 0;
  }
}
