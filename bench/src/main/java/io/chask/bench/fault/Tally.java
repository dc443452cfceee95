package io.chask.bench.fault;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;

/// How often each fault was drawn, and how often it came to act: a connection may end before. Safe for many threads.
final class Tally {

    private final AtomicIntegerArray drawn = new AtomicIntegerArray(Fault.values().length);
    private final AtomicIntegerArray applied = new AtomicIntegerArray(Fault.values().length);

    void drawn(Fault fault) {
        drawn.incrementAndGet(fault.ordinal());
    }

    void applied(Fault fault) {
        applied.incrementAndGet(fault.ordinal());
    }

    int appliedOf(Fault fault) {
        return applied.get(fault.ordinal());
    }

    /// A fault that never acted proves nothing; one sentence for each.
    List<String> missing() {
        return Arrays.stream(Fault.values())
                .filter(fault -> appliedOf(fault) == 0)
                .map(fault -> "F5: " + fault + " was drawn " + drawn.get(fault.ordinal()) + " times and never acted")
                .toList();
    }

    /// `CUT_BEFORE_SEND 12/15 …`: acted of drawn.
    String text() {
        return Arrays.stream(Fault.values())
                .map(fault -> fault + " " + appliedOf(fault) + "/" + drawn.get(fault.ordinal()))
                .collect(Collectors.joining(", "));
    }
}
