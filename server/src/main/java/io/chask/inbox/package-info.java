/// The endpoints of agents: sign-in, conversations, replies, and the agents' side of the stream.
@NullMarked
package io.chask.inbox;

import org.jspecify.annotations.NullMarked;
