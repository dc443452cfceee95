package io.chask.bench.fault;

import java.util.List;

/// What a fault's run gave.
///
/// @param fault      F1, F2 …
/// @param extent     what was done, with its n
/// @param messages   written in the run
/// @param violations one sentence each
/// @param seconds    the run took
public record Verdict(String fault, String extent, long messages, List<String> violations, double seconds) {

    public Verdict {
        violations = List.copyOf(violations);
    }

    /// Whether everything held.
    public boolean held() {
        return violations.isEmpty();
    }

    /// One line, and the first violations under it.
    public String line() {
        String head = "%-4s %-52s %8d messages  %3d violations  %6.1f s"
                .formatted(fault, extent, messages, violations.size(), seconds);
        return violations.isEmpty()
                ? head
                : head + violations.stream().limit(10).reduce("", (text, one) -> text + "\n     " + one);
    }
}
