/// A client that keeps every rule of PROTOCOL.md, written in the plainest way: one thread a connection, blocking
/// sockets. It writes down all it does, so that a history can be checked afterwards.
@NullMarked
package io.chask.bench.client;

import org.jspecify.annotations.NullMarked;
