package io.chask.bench.fault;

import io.chask.bench.client.Participant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A participant, and what he is entitled to.
///
/// @param visitor null for an agent
/// @param part    the conversations he takes part in
record Person(
        Participant participant,
        UUID organization,
        @Nullable UUID visitor,
        Set<UUID> part) {

    /// Everything he holds, and his own conversations even if he holds nothing of them.
    List<Checker.Session> sessions() {
        var held = new HashMap<>(participant.held());
        part.forEach(conversation -> held.putIfAbsent(conversation, Map.of()));
        var sessions = new ArrayList<Checker.Session>();
        held.forEach((conversation, messages) -> sessions.add(new Checker.Session(
                participant.name(), organization, visitor, part.contains(conversation), conversation, messages)));
        return sessions;
    }
}
