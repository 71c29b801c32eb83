package org.arobase.transparency.witness;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The witnesses that heads are sent to. */
@ApplicationScoped
public class WitnessSettings {
  private final List<Witness> witnesses;

  /**
   * A witness.
   *
   * @param address of the witness; heads are sent to {@code add-checkpoint} below it
   */
  record Witness(NoteKey key, URI address) {
    static Witness of(String setting) {
      String[] parts = setting.strip().split("\\s+");
      if (parts.length != 2) {
        throw new IllegalArgumentException("Not a witness's key and address: " + setting);
      }
      return new Witness(
          NoteKey.ofWitness(parts[0]), URI.create(parts[1].replaceAll("/+$", "") + "/"));
    }
  }

  /**
   * @param settings of each witness the key and the address, with a space between them; with commas
   *     between witnesses
   * @throws IllegalArgumentException when one is unusable
   */
  WitnessSettings(@ConfigProperty(name = "arobase.witnesses") Optional<List<String>> settings) {
    this.witnesses = settings.orElse(List.of()).stream().map(Witness::of).toList();
  }

  List<Witness> all() {
    return witnesses;
  }

  /** Whether a witness that is trusted has signed this text so. */
  boolean hasCosigned(Cosignature signed, String text) {
    return witnesses.stream()
        .anyMatch(
            w -> w.key().name().equals(signed.witness) && w.key().hasCosigned(text, signed.line));
  }
}
