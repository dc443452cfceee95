package io.chask.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of the text a client wrote.
public sealed interface Decoded {
    /// A frame of good shape.
    record Frame(ClientFrame frame) implements Decoded {}

    /// A known frame of bad shape: answered by `error`, changes nothing, the stream stays open.
    record Refused(@Nullable UUID ref, Reason reason, String message) implements Decoded {
        /// The frame that says so.
        public ServerFrame.Refusal answer() {
            return new ServerFrame.Refusal(ref, reason, message, null);
        }
    }

    /// An unknown frame: nothing happens.
    record Ignored(String type) implements Decoded {}

    /// The stream has to be closed.
    record Close(CloseCode code, String message) implements Decoded {}
}
