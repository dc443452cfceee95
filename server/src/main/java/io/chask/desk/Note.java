package io.chask.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Agents' words to each other beside a conversation. Visitors never see one.
///
/// @param afterSequence its place in the thread: below the message of this sequence
/// @param mentions      agents whom it is meant for especially
/// @param unseen        whether the reader is one of them and has not seen it
public record Note(
        UUID id,
        Colleague author,
        long afterSequence,
        String content,
        List<UUID> mentions,
        Instant writtenAt,
        boolean unseen) {

    public Note {
        mentions = List.copyOf(mentions);
    }
}
