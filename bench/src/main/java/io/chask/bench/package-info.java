/// Measures a Chask server from outside: load, idle sockets, reconnecting herds, and the database's own limit beside
/// it.
@NullMarked
package io.chask.bench;

import org.jspecify.annotations.NullMarked;
