/// The rim of the server: HTTP routes, the stream's sockets, static files, problem+json. The only package that knows
/// Vert.x and Netty; it knows no feature. Handlers run on virtual threads and may block; event loops never do.
@NullMarked
package io.chask.edge;

import org.jspecify.annotations.NullMarked;
