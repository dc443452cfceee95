package io.chask.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Finds the addresses of a host's name.
@FunctionalInterface
public interface Resolver {
    /// All addresses; blocks.
    InetAddress[] resolve(String host) throws UnknownHostException;
}
