package io.chask.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The message that another answers, as far as a quote shows it (wire/PROTOCOL.md §4.2).
///
/// @param author absent for system messages and for the visitor
/// @param preview the beginning of its first line as it is now; empty when there is none, or it was deleted
public record WireQuote(
        UUID id, long sequence, Sender sender, @Nullable WireAuthor author, String preview, boolean deleted) {
    @Override
    public String toString() {
        return "WireQuote[id=" + id + ", sequence=" + sequence + "]";
    }
}
