package verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
      java -jar arobase-verifier.jar checkpoint NOTE LOGKEY [NEEDED WITNESSKEY...]
          NOTE      the signed head of the audit record, from GET /api/v1/audit/checkpoint
          LOGKEY    the record's key, from GET /api/v1/audit/checkpoint/key
          NEEDED    how many of the witnesses whose keys follow must have signed it
      java -jar arobase-verifier.jar witness FOLDER PORT NAME LOGKEY...
          Runs a witness (C2SP tlog-witness): it signs a head only if the record still begins with
          all that it has seen. FOLDER keeps its key and what it has seen; its public key, a
          WITNESSKEY, is printed at the start.

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
      } else if (given.size() >= 3 && given.get(0).equals("checkpoint")) {
        checkpoint(given.subList(1, given.size()), out);
      } else if (given.size() >= 5 && given.get(0).equals("witness")) {
        witness(given.subList(1, given.size()), out);
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

  /** The note, the log's key, and as many of the witnesses' keys as must have signed. */
  private static void checkpoint(List<String> given, PrintStream out) throws IOException {
    Note note = Note.of(Files.readString(Path.of(given.get(0))));
    Checkpoint head = Checkpoint.of(note.text());
    NoteKey log = NoteKey.of(given.get(1), NoteKey.LOG);
    Rejected.unless(head.origin().equals(log.name), "The note is of another log");
    Rejected.unless(log.hasSigned(note.text(), note.lines()), "Not signed by the log");
    long needed = given.size() > 2 ? Checkpoint.size(given.get(2)) : 0;
    long signed =
        given.stream()
            .skip(3)
            .distinct()
            .map(key -> NoteKey.of(key, NoteKey.WITNESS))
            .filter(witness -> witness.hasSigned(note.text(), note.lines()))
            .count();
    Rejected.unless(signed >= needed, "Signed by " + signed + " witnesses, not by " + needed);
    out.printf("GOOD: %d events, signed by the log and %d witnesses%n", head.size(), signed);
  }

  private static void witness(List<String> given, PrintStream out) throws IOException {
    List<NoteKey> logs = given.stream().skip(3).map(key -> NoteKey.of(key, NoteKey.LOG)).toList();
    Witness witness =
        new Witness(
            Path.of(given.get(0)), given.get(2), logs, () -> Instant.now().getEpochSecond());
    int port = (int) Checkpoint.size(given.get(1));
    new WitnessServer(witness).listen(port);
    out.println(witness.key());
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
