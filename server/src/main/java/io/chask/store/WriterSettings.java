package io.chask.store;

import java.time.Duration;

/// How the message writer works.
///
/// @param lanes      queues with a connection each; a conversation is always in the same one. More than one pays
/// above some 40,000
///                   messages a second
/// @param queue      most drafts waiting for a lane; one more is answered `Busy`
/// @param queueBytes most bytes waiting for a lane, likewise
/// @param batch      most drafts of one commit
/// @param patience   how long drafts wait for a lost database before they are answered `Unavailable`
public record WriterSettings(int lanes, int queue, long queueBytes, int batch, Duration patience) {

    /// One lane; measured in docs/decisions.
    public static final WriterSettings DEFAULT = new WriterSettings(1, 20_000, 64L << 20, 500, Duration.ofSeconds(3));

    public WriterSettings {
        if (lanes < 1 || queue < 1 || queueBytes < 1 || batch < 1 || patience.isNegative()) {
            throw new IllegalArgumentException("the writer needs at least one of everything");
        }
    }

    /// The same with another number of lanes.
    public WriterSettings withLanes(int number) {
        return new WriterSettings(number, queue, queueBytes, batch, patience);
    }
}
