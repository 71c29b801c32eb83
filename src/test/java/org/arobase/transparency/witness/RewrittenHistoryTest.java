package org.arobase.transparency.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.arobase.platform.merkle.MerkleTree;
import org.arobase.testing.Rounds;
import org.jose4j.keys.EdDsaKeyUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever has the database, the keys and the home of the server can rewrite history and sign it
 * anew. A witness that has seen a head of before does not sign the new one, whatever the proof: 100
 * trials of five kinds (all with -Pexhaustive). It goes on signing the true one.
 */
class RewrittenHistoryTest {
  private static final int TRIALS = Rounds.of(100, 20);
  private static final long SEED = 20261127;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(SEED);
  private final KeyPair pair;
  private final byte[] key;
  private WitnessProgram witness;

  RewrittenHistoryTest() throws Exception {
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    key = new EdDsaKeyUtil().rawPublicKey(pair.getPublic());
  }

  private NoteKey log(int trial) {
    return new NoteKey("log" + trial + ".example/audit", NoteKey.LOG, key);
  }

  private static List<String> leaves(int size, int trial) {
    return IntStream.range(0, size)
        .mapToObj(i -> MerkleTree.leafHash("event " + i + " of " + trial))
        .toList();
  }

  private HttpResponse<String> send(int trial, int old, List<String> proof, List<String> leaves)
      throws Exception {
    String root = CheckpointNotes.base64(new MerkleTree(leaves).root());
    String text = log(trial).name() + "\n" + leaves.size() + "\n" + root + "\n";
    Signature ed25519 = Signature.getInstance("Ed25519");
    ed25519.initSign(pair.getPrivate());
    ed25519.update(text.getBytes(StandardCharsets.UTF_8));
    StringBuilder body = new StringBuilder("old " + old + "\n");
    proof.forEach(hash -> body.append(CheckpointNotes.base64(hash)).append("\n"));
    body.append("\n").append(text).append("\n").append(log(trial).line(ed25519.sign()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(witness.address + "/add-checkpoint"))
            .POST(BodyPublishers.ofString(body + "\n"))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() == 200) {
      assertTrue(NoteKey.ofWitness(witness.key).hasCosigned(text, answer.body().strip()));
    }
    return answer;
  }

  /** Another history that has at least as many events as the witness has seen, or fewer. */
  private List<String> rewritten(List<String> leaves, int seen, int kind) {
    List<String> other = new ArrayList<>(leaves);
    int place = random.nextInt(seen);
    switch (kind) {
      case 0 -> other.set(place, MerkleTree.leafHash("another event"));
      case 1 -> other.remove(place);
      case 2 -> other.add(place, MerkleTree.leafHash("an event more"));
      case 3 -> Collections.swap(other, place, seen == leaves.size() ? 0 : seen);
      default -> other.subList(seen - 1, other.size()).clear();
    }
    return other;
  }

  @Test
  void aWitnessFindsEveryRewrittenHistory(@TempDir Path folder) throws Exception {
    List<String> logs = IntStream.range(0, TRIALS).mapToObj(t -> log(t).text()).toList();
    witness = WitnessProgram.start(folder, "witness.example", logs);
    try (WitnessProgram started = witness) {
      int signed = 0;
      int tried = 0;
      for (int trial = 0; trial < TRIALS; trial++) {
        int seen = 2 + random.nextInt(150);
        List<String> leaves = leaves(seen + 1 + random.nextInt(150), trial);
        List<String> before = leaves.subList(0, seen);
        assertEquals(200, send(trial, 0, List.of(), before).statusCode());
        List<String> other = rewritten(leaves, seen, trial % 5);
        if (other.equals(leaves)) {
          continue;
        }
        for (List<String> proof : proofs(other, leaves, seen)) {
          for (int old : new int[] {seen, 0, Math.min(seen - 1, other.size())}) {
            tried++;
            signed += send(trial, old, proof, other).statusCode() == 200 ? 1 : 0;
          }
        }
        List<String> honest = new MerkleTree(leaves).consistency(seen);
        HttpResponse<String> answer = send(trial, seen, honest, leaves);
        assertEquals(200, answer.statusCode(), answer::body);
      }
      System.out.printf("Rewritten histories: %d attempts, %d signed%n", tried, signed);
      assertEquals(0, signed);
      assertNotEquals(0, tried);
    }
  }

  /** The proofs that somebody could try. */
  private static List<List<String>> proofs(List<String> other, List<String> leaves, int seen) {
    List<List<String>> proofs = new ArrayList<>();
    proofs.add(List.of());
    proofs.add(new MerkleTree(leaves).consistency(seen));
    if (other.size() >= seen) {
      proofs.add(new MerkleTree(other).consistency(seen));
    }
    return proofs;
  }
}
