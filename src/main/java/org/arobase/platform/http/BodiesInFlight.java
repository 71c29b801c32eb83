package org.arobase.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts the bodies that are being received: by address, and their bytes in all. */
@ApplicationScoped
class BodiesInFlight {
  private final ConcurrentMap<String, Integer> byAddress = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Long> bytesByAddress = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final int mostFromOneAddress;
  private final long mostBytes;
  private final long mostBytesOfOneAddress;

  /**
   * @param mostFromOneAddress the most bodies that one network address may be sending
   * @param mostBytes the most bytes of all long bodies that are in memory
   * @param mostBytesOfOneAddress the most of them from one network address
   */
  BodiesInFlight(
      @ConfigProperty(name = "arobase.http.bodies-of-one-address") int mostFromOneAddress,
      @ConfigProperty(name = "arobase.http.bodies-in-memory") MemorySize mostBytes,
      @ConfigProperty(name = "arobase.http.bodies-in-memory-of-one-address")
          MemorySize mostBytesOfOneAddress) {
    this.mostBytesOfOneAddress = mostBytesOfOneAddress.asLongValue();
    this.mostFromOneAddress = mostFromOneAddress;
    this.mostBytes = mostBytes.asLongValue();
  }

  /** Counts one more body of an address, unless it sends as many as it may. */
  boolean begin(String address) {
    int now = byAddress.merge(address, 1, Integer::sum);
    if (now > mostFromOneAddress) {
      end(address);
      return false;
    }
    return true;
  }

  /** A body of this address has come, or will never come. */
  void end(String address) {
    byAddress.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
  }

  /**
   * Counts these bytes of a long body; false when there are more than memory is given to. Short
   * bodies are not counted, so that long ones do not keep them out.
   */
  boolean hold(String address, long more) {
    return bytesByAddress.merge(address, more, Long::sum) <= mostBytesOfOneAddress
        & bytes.addAndGet(more) <= mostBytes;
  }

  /** These bytes are no longer needed. */
  void release(String address, long held) {
    bytes.addAndGet(-held);
    bytesByAddress.computeIfPresent(address, (a, count) -> count <= held ? null : count - held);
  }
}
