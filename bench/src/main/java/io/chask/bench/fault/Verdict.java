package io.chask.bench.fault;

import java.util.List;

/// What a fault's run gave.
///
/// @param fault      F1, F2 …
/// @param extent     what was done, with its n
/// @param messages   written in the run
/// @param violations one sentence each
/// @param facts      measured or counted on the way, one sentence each
/// @param seconds    the run took
/// @param skipped    this machine does not allow it; the facts say why
public record Verdict(
        String fault,
        String extent,
        long messages,
        List<String> violations,
        List<String> facts,
        double seconds,
        boolean skipped) {

    private static final int SHOWN = 10;

    public Verdict {
        violations = List.copyOf(violations);
        facts = List.copyOf(facts);
    }

    /// A run that took place.
    static Verdict of(String fault, String extent, long messages, List<String> violations, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Verdict(fault, extent, messages, violations, List.of(), seconds, false);
    }

    /// The same with what was measured or counted on the way.
    Verdict with(List<String> measured) {
        return new Verdict(fault, extent, messages, violations, measured, seconds, skipped);
    }

    /// One that could not.
    static Verdict skipped(String fault, String extent, String why) {
        return new Verdict(fault, extent, 0, List.of(), List.of("skipped: " + why), 0, true);
    }

    /// Whether everything held.
    public boolean held() {
        return violations.isEmpty();
    }

    /// One line, and the facts and first violations under it.
    public String line() {
        var text = new StringBuilder("%-4s %-58s %8d messages  %3d violations  %6.1f s"
                .formatted(fault, extent, messages, violations.size(), seconds));
        facts.forEach(fact -> text.append("\n     ").append(fact));
        violations.stream().limit(SHOWN).forEach(one -> text.append("\n     ! ").append(one));
        return text.toString();
    }
}
