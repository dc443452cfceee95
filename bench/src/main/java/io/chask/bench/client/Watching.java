package io.chask.bench.client;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Which conversations an agent watches on the present connection. One that nobody has opened yet cannot be watched:
/// it is when the list shows it. Not safe for several threads.
final class Watching {

    private final Set<UUID> wanted;
    private final Set<UUID> asked = new HashSet<>();
    private final Set<UUID> listed = new HashSet<>();

    Watching(List<UUID> wanted) {
        this.wanted = Set.copyOf(wanted);
    }

    /// A new connection watches nothing yet; gives what to ask for.
    Set<UUID> welcomed() {
        asked.clear();
        asked.addAll(wanted);
        return wanted;
    }

    /// The list shows the conversation; true when it has to be asked for.
    boolean listed(UUID conversation) {
        listed.add(conversation);
        return wanted.contains(conversation) && asked.add(conversation);
    }

    /// There was no such conversation; true when it has been opened since, and has to be asked for again.
    boolean missing(UUID conversation) {
        boolean opened = listed.contains(conversation);
        if (!opened) {
            asked.remove(conversation);
        }
        return opened && wanted.contains(conversation);
    }
}
