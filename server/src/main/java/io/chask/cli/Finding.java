package io.chask.cli;

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
