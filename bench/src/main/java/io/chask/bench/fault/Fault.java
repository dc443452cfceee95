package io.chask.bench.fault;

/// What the proxy does to one connection.
enum Fault {
    /// Nothing.
    NONE,
    /// Half of the request for the upgrade passes.
    CUT_UPGRADE,
    /// Ends before the n-th `send` passes.
    CUT_BEFORE_SEND,
    /// Ends in the middle of the n-th `send`.
    CUT_WITHIN_SEND,
    /// Ends when the n-th `send` has passed, whatever becomes of it.
    CUT_AFTER_SEND,
    /// Commit before answer: the n-th `sent` is kept, then the connection ends.
    SWALLOW_SENT,
    /// Ends in the middle of the n-th frame of the server.
    CUT_WITHIN_ANSWER,
    /// From the n-th frame of the server on everything vanishes, both ways, and the connection stays open until the
    /// client gives up.
    HALF_OPEN,
    /// Every third frame waits, and all behind it.
    DELAY,
    /// Byte by byte.
    TRICKLE
}
