package verifier;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * A witness of logs (C2SP tlog-witness): it signs a checkpoint only if the log still begins with
 * all that it has seen of it, and remembers it. Its folder holds its key and what it has seen.
 */
final class Witness {
  private static final String OLD = "old ";
  private static final int LONGEST_PROOF = 63;

  private static final int SIGNED = 200;
  private static final int MALFORMED = 400;
  private static final int NOT_SIGNED = 403;
  private static final int UNKNOWN_LOG = 404;
  private static final int OTHER_SIZE = 409;
  private static final int INCONSISTENT = 422;

  private final Path folder;
  private final Map<String, NoteKey> logs;
  private final LongSupplier clock;
  private final NoteKey key;
  private final PrivateKey secret;

  /**
   * @param folder is made if missing
   * @param name of the witness
   * @param logs the keys of the logs that it watches; a key's name is the log's origin
   * @param clock gives the seconds since 1970
   */
  Witness(Path folder, String name, List<NoteKey> logs, LongSupplier clock) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.logs = logs.stream().collect(Collectors.toMap(log -> log.name, Function.identity()));
    this.clock = clock;
    Path file = folder.resolve("key");
    if (!Files.exists(file)) {
      write(file, newKey());
    }
    String[] halves = Files.readString(file).strip().split("\n");
    this.secret = secret(halves[0]);
    this.key = new NoteKey(name, NoteKey.WITNESS, NoteKey.decoded(halves[1]));
  }

  /** An answer over HTTP. */
  record Answer(int status, String type, String body) {
    static Answer plain(int status, String body) {
      return new Answer(status, "text/plain; charset=utf-8", body + "\n");
    }
  }

  /** Its public key, for those who trust it. */
  String key() {
    return key.text();
  }

  /**
   * Answers {@code POST /add-checkpoint}.
   *
   * @param body the size that the log believes to be the last one seen, a proof, and the checkpoint
   */
  synchronized Answer add(String body) throws IOException {
    try {
      int head = body.indexOf("\n\n");
      Rejected.unless(head > 0 && body.startsWith(OLD), "The body does not begin with a size");
      List<String> lines = Arrays.asList(body.substring(0, head).split("\n"));
      Rejected.unless(lines.size() <= LONGEST_PROOF + 1, "The proof is too long");
      long old = Checkpoint.size(lines.get(0).substring(OLD.length()));
      List<byte[]> proof = new ArrayList<>();
      lines.subList(1, lines.size()).forEach(line -> proof.add(NoteKey.decoded(line)));
      Note note = Note.of(body.substring(head + 2));
      return add(old, proof, note, Checkpoint.of(note.text()));
    } catch (Rejected e) {
      return Answer.plain(MALFORMED, e.getMessage());
    }
  }

  private Answer add(long old, List<byte[]> proof, Note note, Checkpoint checkpoint)
      throws IOException {
    NoteKey log = logs.get(checkpoint.origin());
    if (log == null) {
      return Answer.plain(UNKNOWN_LOG, "Not a log that is watched here");
    }
    if (!log.hasSigned(note.text(), note.lines())) {
      return Answer.plain(NOT_SIGNED, "Not signed by the log");
    }
    Rejected.unless(old <= checkpoint.size(), "The checkpoint is smaller than the old one");
    Checkpoint seen = seen(checkpoint.origin());
    boolean isOther =
        old == checkpoint.size() && old > 0 && !Arrays.equals(seen.root(), checkpoint.root());
    if (old != seen.size() || isOther) {
      return new Answer(OTHER_SIZE, "text/x.tlog.size", seen.size() + "\n");
    }
    try {
      if (old > 0) {
        Hashes.requireConsistent(old, seen.root(), checkpoint.size(), checkpoint.root(), proof);
      } else {
        Rejected.unless(proof.isEmpty(), "A first checkpoint has no proof");
      }
    } catch (Rejected e) {
      return Answer.plain(INCONSISTENT, e.getMessage());
    }
    write(file(checkpoint.origin()), note.text());
    return Answer.plain(SIGNED, key.cosign(note.text(), clock.getAsLong(), secret));
  }

  private Path file(String origin) {
    return folder.resolve(Hashes.ofText(origin));
  }

  private Checkpoint seen(String origin) throws IOException {
    Path file = file(origin);
    return Files.exists(file)
        ? Checkpoint.of(Files.readString(file))
        : new Checkpoint(origin, 0, new byte[0]);
  }

  /** Writes so that a crash leaves the old content or the new one, and never neither. */
  private static void write(Path file, String content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(fresh, options, ownersOnly(file))) {
      channel.write(StandardCharsets.UTF_8.encode(content));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownersOnly(Path file) {
    boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return isPosix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static String newKey() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      return base64.encodeToString(pair.getPrivate().getEncoded())
          + "\n"
          + base64.encodeToString(Ed25519.bytes((EdECPublicKey) pair.getPublic()))
          + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey secret(String encoded) {
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePrivate(new PKCS8EncodedKeySpec(NoteKey.decoded(encoded)));
    } catch (GeneralSecurityException e) {
      throw new Rejected("The witness's key cannot be read");
    }
  }
}
