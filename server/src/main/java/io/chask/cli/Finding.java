package io.chask.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// One thing `doctor` looked at.
///
/// @param subject what was looked at
/// @param says    what was found
/// @param advice  what to do about it; empty when nothing
record Finding(Level level, String subject, String says, String advice) {

    /// How much it matters.
    enum Level {
        FINE("ok"),
        /// Works, but less well than it could.
        WARNING("warning"),
        /// Does not work, or loses data.
        PROBLEM("PROBLEM");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// For people.
    String line() {
        var line = "%-8s %-18s %s".formatted(level.word(), subject, says);
        return advice.isEmpty() ? line : line + "%n%27s %s".formatted("→", advice);
    }

    /// For programs.
    Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("level", level.name().toLowerCase(Locale.ROOT));
        members.put("subject", subject);
        members.put("says", says);
        members.put("advice", advice);
        return members;
    }

    static Finding fine(String subject, String says) {
        return new Finding(Level.FINE, subject, says, "");
    }

    static Finding warning(String subject, String says, String advice) {
        return new Finding(Level.WARNING, subject, says, advice);
    }

    static Finding problem(String subject, String says, String advice) {
        return new Finding(Level.PROBLEM, subject, says, advice);
    }
}
