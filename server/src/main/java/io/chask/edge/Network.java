package io.chask.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// Who counts as one address: of IPv6 the network of 64 bits, which is what one customer has.
///
/// @param prefix an IPv4 address, or the first half of an IPv6 address
public record Network(long prefix) {

    public static Network of(InetAddress address) {
        var bytes = ByteBuffer.wrap(address.getAddress());
        return new Network(address instanceof Inet6Address ? bytes.getLong() : Integer.toUnsignedLong(bytes.getInt()));
    }
}
