package io.chask.delivery;

import io.chask.wire.EncodedFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Frames kept back for one connection while its state is loaded. Bounded: when full, the connection is closed and the
/// client resumes; volatile frames are dropped instead.
final class HeldFrames {
    static final int LIMIT = 300;

    /// What became of a frame.
    enum Hold {
        HELD,
        RELEASED,
        FULL
    }

    /// Where frames go.
    interface Output {
        void write(@Nullable UUID conversation, long sequence, EncodedFrame frame);
    }

    private record Held(@Nullable UUID conversation, long sequence, EncodedFrame frame) {}

    private final List<Held> frames = new ArrayList<>();
    private boolean released;

    synchronized Hold hold(@Nullable UUID conversation, long sequence, EncodedFrame frame) {
        if (released) {
            return Hold.RELEASED;
        }
        if (frames.size() < LIMIT) {
            frames.add(new Held(conversation, sequence, frame));
            return Hold.HELD;
        }
        return frame.droppable() ? Hold.HELD : Hold.FULL;
    }

    /// Writes what is held. A frame that comes meanwhile waits at the lock, so the order stays.
    ///
    /// @param after runs when everything is out
    synchronized void release(Output out, Runnable after) {
        frames.forEach(held -> out.write(held.conversation(), held.sequence(), held.frame()));
        frames.clear();
        released = true;
        after.run();
    }
}
