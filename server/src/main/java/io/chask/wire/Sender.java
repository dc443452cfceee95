package io.chask.wire;

import java.util.Locale;

/// Who wrote a message: the visitor, an agent (human or bot), or Chask itself.
public enum Sender {
    USER,
    AGENT,
    SYSTEM;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /// As written in frames: `user`, `agent`, `system`.
    public String wireName() {
        return wireName;
    }
}
