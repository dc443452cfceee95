package io.chask.wire;

/// The four codes a client shows its page (wire/PROTOCOL.md §7). `NETWORK_ERROR` is never written by a server.
public enum ErrorCode {
    /// The server cannot serve at the moment.
    CONNECTION_ERROR,
    /// Not who it says, or not allowed.
    AUTH_ERROR,
    /// This message, upload or request was refused.
    SEND_ERROR,
    /// No network; only a client can say this.
    NETWORK_ERROR
}
