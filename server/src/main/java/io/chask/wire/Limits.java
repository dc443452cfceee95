package io.chask.wire;

/// What a client may write, as told in `welcome` (wire/PROTOCOL.md §3).
///
/// @param contentCodePoints longest content of a message, in Unicode code points
/// @param frameBytes longest client frame, in bytes of UTF-8
/// @param attachments most attachments of one message
public record Limits(int contentCodePoints, int frameBytes, int attachments) {
    /// The protocol's own limits, version 1.
    public static final Limits VERSION_1 = new Limits(10_000, 65_536, 10);
}
