package org.arobase.transparency.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The witness program of {@code src/verifier} in its own process, as a partner runs it. */
final class WitnessProgram implements AutoCloseable {
  final String key;
  final String address;
  private final Process process;

  private WitnessProgram(String key, String address, Process process) {
    this.key = key;
    this.address = address;
    this.process = process;
  }

  /**
   * Starts a witness and waits until it listens.
   *
   * @param logs the keys of the logs that it watches
   */
  static WitnessProgram start(Path folder, String name, List<String> logs) throws IOException {
    int port = freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target/verifier").toAbsolutePath().toString(),
                "verifier.Main",
                "witness",
                folder.toString(),
                String.valueOf(port),
                name));
    command.addAll(logs);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String key = process.inputReader().readLine();
    if (key == null || !key.startsWith(name + "+")) {
      throw new AssertionError("The witness said: " + key);
    }
    return new WitnessProgram(key, "http://localhost:" + port, process);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
