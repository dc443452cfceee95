package io.chask.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an agent does with a conversation that is open before him.
public enum ViewingState {
    /// It is before his eyes.
    VIEWING,
    /// He writes a reply or a note.
    WRITING,
    /// He has gone elsewhere.
    LEFT;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /// As written in frames: `viewing`, `writing`, `left`.
    public String wireName() {
        return wireName;
    }

    /// The state of this name; null where there is none.
    static @Nullable ViewingState of(@Nullable String wireName) {
        for (var state : values()) {
            if (state.wireName.equals(wireName)) {
                return state;
            }
        }
        return null;
    }
}
