package io.chask.edge;

/// Whether a new stream is let in now.
enum Admission {
    ADMITTED,
    /// This address has had its share (4101).
    LIMITED,
    /// The node has had all it takes (4100).
    OVERLOADED
}
