/// Requests of the server itself to addresses that others have typed in: none may reach what only the server can reach.
@NullMarked
package io.chask.outgoing;

import org.jspecify.annotations.NullMarked;
