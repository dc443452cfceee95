package io.chask.outgoing;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/// Tells addresses of the public internet from all that IANA has set aside (RFC 6890 and its registries).
final class PublicAddress {

    /// A block of addresses.
    private record Block(int base, int bits) {
        boolean contains(int address) {
            return bits == 0 || (address ^ base) >>> (Integer.SIZE - bits) == 0;
        }
    }

    private static final List<Block> RESERVED = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.0.2.0", 24),
            block("192.88.99.0", 24),
            block("192.168.0.0", 16),
            block("198.18.0.0", 15),
            block("198.51.100.0", 24),
            block("203.0.113.0", 24),
            block("224.0.0.0", 3));

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic(number(four.getAddress(), 0));
            case Inet6Address six -> isPublic(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(int address) {
        return RESERVED.stream().noneMatch(block -> block.contains(address));
    }

    /// Only global unicast, 2000::/3, without what is for documentation, tunnels or translation of other addresses.
    private static boolean isPublic(byte[] address) {
        int first = number(address, 0);
        boolean global = first >>> 29 == 1;
        boolean special = first >>> 9 == 0x2001_0000 >>> 9 // 2001::/23: Teredo and other protocols
                || first == 0x2001_0db8
                || first >>> 16 == 0x2002 // 6to4 carries an IPv4 address
                || first >>> 12 == 0x3fff_0000 >>> 12;
        return global && !special;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | (bytes[at + 3] & 0xff);
    }

    private static Block block(String base, int bits) {
        return new Block(number(Inet4Address.ofLiteral(base).getAddress(), 0), bits);
    }
}
