package io.chask.edge;

import io.chask.wire.ClientFrame;

/// What a feature does with the frames of one stream. Calls never overlap and come in the order the client wrote.
/// `hello`, `ping`, `pong`, unknown and malformed frames never arrive here: the edge answers them.
public interface StreamSession {
    /// A chance to handle the frame at once: on the event loop, or on a virtual thread if others before it had to wait.
    /// Must not block.
    ///
    /// @return whether it has been handled; if not, [#handle] gets it
    default boolean handleNow(ClientFrame frame) {
        return false;
    }

    /// Handles the frame on a virtual thread; may block. An exception is logged and answered by `error` `INTERNAL`.
    void handle(ClientFrame frame);

    /// The stream has ended; the last call, once, on a virtual thread.
    void closed();
}
