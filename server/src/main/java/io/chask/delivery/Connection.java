package io.chask.delivery;

import io.chask.conversation.Author.Reader;
import io.chask.wire.CloseCode;
import io.chask.wire.EncodedFrame;
import io.chask.wire.FrameEncoder;
import io.chask.wire.ServerFrame;
import java.time.Duration;
import java.util.UUID;

/// Port: one authenticated stream. Every method may be called from any thread; none but [#awaitDrained] blocks.
public interface Connection {
    /// Names the stream; stands in `welcome.session`.
    UUID id();

    /// The tenant.
    UUID organization();

    /// Who reads here: a visitor or an agent.
    Reader reader();

    /// Writes the frame, in the order of the calls. Bounded: a client that does not take its frames is closed (4102)
    /// and
    /// resumes.
    void send(EncodedFrame frame);

    /// Encodes and writes the frame.
    default void send(ServerFrame frame) {
        send(FrameEncoder.encode(frame));
    }

    /// Ends the stream.
    void close(CloseCode code);

    /// Waits until everything sent so far has left. Only on virtual threads.
    ///
    /// @return false when the stream has been closed or the time is over
    boolean awaitDrained(Duration limit) throws InterruptedException;
}
