package org.arobase.platform.http;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The network that a client is counted by. */
public final class ClientNetwork {
  private static final int IPV6_BYTES = 16;

  private ClientNetwork() {}

  /**
   * The address of a client; for IPv6 its /64 network, since one client has 2^64 addresses. An
   * address that is missing or cannot be parsed, as a proxy may send it, is counted too.
   */
  public static String of(@Nullable SocketAddress remote) {
    String address = remote == null ? null : remote.hostAddress();
    if (address == null) {
      return "unknown";
    }
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes != null && bytes.length == IPV6_BYTES
        ? HexFormat.ofDelimiter(":").formatHex(bytes, 0, IPV6_BYTES / 2)
        : address;
  }
}
