package io.chask.wire;

/// Why the server ends a stream (wire/PROTOCOL.md §8).
public enum CloseCode {
    BAD_FRAME(4000, "bad frame"),
    UNKNOWN_VERSION(4001, "unknown version"),
    ORIGIN_NOT_ALLOWED(4003, "origin not allowed"),
    REVOKED(4004, "revoked"),
    /// Reserved: clients know it, nothing sends it yet.
    TOO_MANY_CONNECTIONS(4005, "too many connections"),
    BANNED(4006, "banned"),
    TOKEN_EXPIRED(4010, "token expired"),
    OVERLOADED(4100, "overloaded"),
    RATE_LIMITED(4101, "rate limited"),
    SLOW_CONSUMER(4102, "slow consumer"),
    SILENT(4103, "silent"),
    NO_HELLO(4104, "no hello"),
    DRAINING(4200, "draining");

    private final int number;
    private final String text;

    CloseCode(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /// The WebSocket status code.
    public int number() {
        return number;
    }

    /// The close frame's reason text.
    public String text() {
        return text;
    }
}
