package io.chask.bench.client;

/// What a client does after a close (wire/PROTOCOL.md §8).
enum Closing {
    /// Backs off, then connects and resumes.
    RECONNECT,
    /// Would have to change something first.
    STOP,
    /// Is not let in. A participant's token is never renewed and nothing in a run revokes one, so 4004 and 4010 end
    /// it too.
    STOP_UNAUTHORIZED;

    /// No close frame came, or no connection.
    static final int ABNORMAL = 1006;

    static Closing of(int code) {
        return switch (code) {
            case 4000, 4001, 4005 -> STOP;
            case 4003, 4004, 4006, 4010 -> STOP_UNAUTHORIZED;
            default -> RECONNECT;
        };
    }
}
