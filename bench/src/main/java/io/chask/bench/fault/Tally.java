package io.chask.bench.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// How often each fault was drawn, and how often it came to act: a connection may end before. Safe for many threads.
final class Tally {

    private final Map<Fault, Integer> drawn = new ConcurrentHashMap<>();
    private final Map<Fault, Integer> applied = new ConcurrentHashMap<>();

    void drawn(Fault fault) {
        drawn.merge(fault, 1, Integer::sum);
    }

    void applied(Fault fault) {
        applied.merge(fault, 1, Integer::sum);
    }

    int appliedOf(Fault fault) {
        return applied.getOrDefault(fault, 0);
    }

    private int drawnOf(Fault fault) {
        return drawn.getOrDefault(fault, 0);
    }

    /// A fault that never acted proves nothing; one sentence for each.
    List<String> missing() {
        return Arrays.stream(Fault.values())
                .filter(fault -> appliedOf(fault) == 0)
                .map(fault -> "F5: " + fault + " was drawn " + drawnOf(fault) + " times and never acted")
                .toList();
    }

    /// `CUT_BEFORE_SEND 12/15 …`: acted of drawn.
    String text() {
        return Arrays.stream(Fault.values())
                .map(fault -> fault + " " + appliedOf(fault) + "/" + drawnOf(fault))
                .collect(Collectors.joining(", "));
    }
}
