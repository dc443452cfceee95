package io.chask.edge;

import io.chask.wire.ClientFrame;
import io.chask.wire.CloseCode;
import io.chask.wire.Reason;
import java.util.Optional;

/// What the features decide about `/v1/stream`. Both methods run on virtual threads and may block.
public interface StreamEndpoint {
    /// Why this upgrade (or event stream) is refused before any frame, such as a foreign origin; empty lets it in.
    Optional<Problem> refuse(Request request);

    /// The client's first frame, admitted by the bucket: authenticate, subscribe, write `welcome` and what was missed.
    /// Frames that arrive meanwhile wait.
    Opening open(FrameSocket socket, ClientFrame.Hello hello);

    /// The outcome of [#open].
    sealed interface Opening {
        /// The stream lives; its frames go to this session.
        record Accepted(StreamSession session) implements Opening {}

        /// Closed with `code`; over HTTP answered as a problem of `reason`.
        record Refused(CloseCode code, Reason reason) implements Opening {}
    }
}
