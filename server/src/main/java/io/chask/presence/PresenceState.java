package io.chask.presence;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether an agent can be reached.
public enum PresenceState {
    /// At his desk.
    ONLINE,
    /// Signed in, but he has chosen so or done nothing for a while.
    AWAY,
    /// He has chosen so, or no stream of his is open.
    OFFLINE;

    /// As stored and told.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The state of this code.
    public static Optional<PresenceState> of(String code) {
        return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
