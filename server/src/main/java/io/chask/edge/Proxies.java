package io.chask.edge;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which proxies in front of us are believed.
final class Proxies {
    private final List<Block> trusted;

    /// @throws IllegalArgumentException when an entry is no CIDR block
    Proxies(List<String> blocks) {
        trusted = blocks.stream().map(Block::of).toList();
    }

    boolean trusts(InetAddress address) {
        return trusted.stream().anyMatch(block -> block.contains(address));
    }

    /// The client behind the trusted proxies: the last hop that is not one of them.
    InetAddress client(InetAddress remote, List<String> forwardedFor) {
        if (!trusts(remote)) {
            return remote;
        }
        var hops = new ArrayList<String>();
        forwardedFor.forEach(line -> hops.addAll(List.of(line.split(",", -1))));
        var client = remote;
        for (var hop : hops.reversed()) {
            var address = literal(hop.strip());
            if (address == null) {
                return client;
            }
            client = address;
            if (!trusts(address)) {
                return client;
            }
        }
        return client;
    }

    /// Only literal addresses: a name would be looked up.
    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    /// Addresses that share their first bits.
    private record Block(List<Byte> prefix, int bits) {
        static Block of(String text) {
            int slash = text.indexOf('/');
            var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int length = address.getAddress().length * 8;
            int bits = slash < 0 ? length : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > length) {
                throw new IllegalArgumentException("not a CIDR block: " + text);
            }
            return new Block(bytes(address), bits);
        }

        boolean contains(InetAddress address) {
            var other = bytes(address);
            if (other.size() != prefix.size()) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((other.get(bit / 8) & mask) != (prefix.get(bit / 8) & mask)) {
                    return false;
                }
            }
            return true;
        }

        private static List<Byte> bytes(InetAddress address) {
            var bytes = new ArrayList<Byte>();
            for (byte unit : address.getAddress()) {
                bytes.add(unit);
            }
            return bytes;
        }
    }
}
